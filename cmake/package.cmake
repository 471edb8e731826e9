# Debian packages by `cpack` in the build folder: telex (the command), libtelexN and libtelex-dev.  What each depends on
# is read from its binaries; what a package must hold besides its files follows Debian's policy (12.5 copyright, 12.7
# change log).
set(library_package libtelex${PROJECT_VERSION_MAJOR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "the telex authors <telex@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL command library development)
set(CPACK_COMPONENTS_GROUPING IGNORE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)

set(CPACK_DEBIAN_COMMAND_PACKAGE_NAME telex)
set(CPACK_COMPONENT_COMMAND_DESCRIPTION "telex finds slug, headline, byline, dateline, body, end mark and sign-off in the
dispatches of news agencies, as plain text, IPTC 7901, ANPA-1312, NITF, NewsML,
ninjs, RSS, SGML or mail, and writes one JSON record for each.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${library_package})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/package/triggers)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "The shared library of telex: bytes of dispatches in, normalized records out.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libtelex-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "${library_package} (= ${PROJECT_VERSION}), libjansson-dev, libxml2-dev, zlib1g-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "What programs that use the library are built with: headers, static library, manual, and files for pkg-config
and CMake.")

# The linker's cache follows an installed library.
file(WRITE ${PROJECT_BINARY_DIR}/package/triggers "activate-noawait ldconfig\n")

file(READ LICENSE licence)
file(READ src/normalizer/data/NOTICE notice)
file(WRITE ${PROJECT_BINARY_DIR}/package/copyright "${licence}\n${notice}")
file(WRITE ${PROJECT_BINARY_DIR}/package/changelog
  "telex (${PROJECT_VERSION}) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n"
  " -- the telex authors <telex@example.org>  Sat, 28 Nov 2026 00:00:00 +0000\n")
find_program(TELEX_GZIP gzip REQUIRED)
execute_process(COMMAND ${TELEX_GZIP} -9nc INPUT_FILE ${PROJECT_BINARY_DIR}/package/changelog
  OUTPUT_FILE ${PROJECT_BINARY_DIR}/package/changelog.gz COMMAND_ERROR_IS_FATAL ANY)
foreach(pair command:telex library:${library_package} development:libtelex-dev)
  string(REGEX MATCH "^([^:]*):(.*)$" unused ${pair})
  install(FILES ${PROJECT_BINARY_DIR}/package/copyright ${PROJECT_BINARY_DIR}/package/changelog.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${CMAKE_MATCH_2} COMPONENT ${CMAKE_MATCH_1})
endforeach()

include(CPack)
