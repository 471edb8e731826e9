# Install: libraries, header, command, man pages, telex.pc, the CMake package telex (telex::telex).
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/telex)

install(TARGETS telex_shared telex_static EXPORT telex
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS telex_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES include/telex/telex.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/telex)

foreach(section 1 3)
  if(EXISTS ${PROJECT_SOURCE_DIR}/docs/telex.${section})
    install(FILES docs/telex.${section} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
  endif()
endforeach()

configure_file(cmake/telex.pc.in telex.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/telex.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(EXPORT telex NAMESPACE telex:: FILE telex-targets.cmake DESTINATION ${package_dir})
configure_package_config_file(cmake/telex-config.cmake.in telex-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(telex-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/telex-config.cmake ${PROJECT_BINARY_DIR}/telex-config-version.cmake
  DESTINATION ${package_dir})
