# Building by a profile of telex's own runs: with TELEX_PROFILE a build for training is made beside the real one, converts
# the fixtures, and what that took most often is what the compiler then makes fast.  GCC only, and not in a folder with a
# blank in its name, which a compiler's flags cannot hold.
if(NOT TELEX_PROFILE OR CMAKE_CROSSCOMPILING OR NOT CMAKE_C_COMPILER_ID STREQUAL "GNU"
    OR CMAKE_C_COMPILER_VERSION VERSION_LESS 12 OR PROJECT_BINARY_DIR MATCHES " ")
  function(telex_profile target)
  endfunction()
  return()
endif()

set(training ${PROJECT_BINARY_DIR}/training)
file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.[ch] ${PROJECT_SOURCE_DIR}/src/*.def)
add_custom_command(OUTPUT ${training}/trained
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DTRAINING=${training} "-DGENERATOR=${CMAKE_GENERATOR}"
    -DMAKE=${CMAKE_MAKE_PROGRAM} -DCOMPILER=${CMAKE_C_COMPILER} "-DFLAGS=${CMAKE_C_FLAGS}"
    -P ${PROJECT_SOURCE_DIR}/cmake/train.cmake
  DEPENDS ${sources}
  COMMENT "Making a profile of telex's own runs" USES_TERMINAL VERBATIM)
add_custom_target(telex_training DEPENDS ${training}/trained)

# telex_profile(TARGET): compile a target by the profile.
function(telex_profile target)
  add_dependencies(${target} telex_training)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:C>:-fprofile-use=${training}/profile
    -fprofile-prefix-path=${PROJECT_BINARY_DIR} -fprofile-partial-training -Wno-missing-profile -Wno-coverage-mismatch>)
endfunction()
