# The library's two forms, made of the same objects.
function(telex_library target kind name)
  add_library(${target} ${kind} $<TARGET_OBJECTS:telex_objects>)
  add_library(telex::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME telex EXPORT_NAME ${name} LINKER_LANGUAGE C
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
  target_include_directories(${target} INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
  telex_harden(${target})
  target_link_libraries(${target} PRIVATE PkgConfig::JANSSON PkgConfig::LIBXML PkgConfig::ZLIB Iconv::Iconv)
endfunction()

telex_library(telex_shared SHARED telex)
telex_library(telex_static STATIC telex_static)

# Machine code beside what link-time optimization takes: another compiler can link the static library, and the tests link
# without that optimization.
if(CMAKE_INTERPROCEDURAL_OPTIMIZATION AND CMAKE_C_COMPILER_ID STREQUAL "GNU")
  foreach(target telex_objects telex_cli_parts)
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:C>:-ffat-lto-objects>)
  endforeach()
endif()
