# Install: libraries, header, command, man pages, completion files, telex.pc, the CMake package telex (telex::telex).
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/telex)

# Components are the packages of package.cmake: the command, the shared library, what programs are built with.
install(TARGETS telex_shared telex_static EXPORT telex
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS telex_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)
install(DIRECTORY include/telex DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN "*.h")
install(FILES LICENSE src/normalizer/data/NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT command)

set(completions ${PROJECT_BINARY_DIR}/src/cli)
install(FILES ${completions}/telex.bash RENAME telex
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT command)
install(FILES ${completions}/telex.zsh RENAME _telex DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions
  COMPONENT command)
install(FILES ${completions}/telex.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  COMPONENT command)

install(FILES docs/telex.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT command)
install(FILES docs/telex.3 DESTINATION ${CMAKE_INSTALL_MANDIR}/man3 COMPONENT development)

# telex.pc finds the prefix from its own place, so that the installed tree can be moved.
if(IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
  set(TELEX_PC_PREFIX ${CMAKE_INSTALL_PREFIX})
else()
  file(RELATIVE_PATH up /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
  string(REGEX REPLACE "/$" "" up "${up}")
  set(TELEX_PC_PREFIX "\${pcfiledir}/${up}")
endif()
foreach(dir LIBDIR INCLUDEDIR)
  set(TELEX_PC_${dir} ${CMAKE_INSTALL_${dir}})
  if(NOT IS_ABSOLUTE ${CMAKE_INSTALL_${dir}})
    set(TELEX_PC_${dir} "\${prefix}/${CMAKE_INSTALL_${dir}}")
  endif()
endforeach()
set(TELEX_PC_LIBS_PRIVATE)
if(NOT Iconv_IS_BUILT_IN)
  set(TELEX_PC_LIBS_PRIVATE -liconv)
endif()
configure_file(cmake/telex.pc.in telex.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/telex.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

install(EXPORT telex NAMESPACE telex:: FILE telex-targets.cmake DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(cmake/telex-config.cmake.in telex-config.cmake
  INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(telex-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/telex-config.cmake ${PROJECT_BINARY_DIR}/telex-config-version.cmake
  DESTINATION ${package_dir} COMPONENT development)
