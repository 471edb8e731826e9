# cmake -DSOURCE=… -DTRAINING=… -DGENERATOR=… -DMAKE=… -DCOMPILER=… -DFLAGS=… -P train.cmake: build telex in TRAINING so
# that it counts what it does, and convert the fixtures: the counts are in TRAINING/profile.
set(profile ${TRAINING}/profile)
string(APPEND FLAGS " -fprofile-generate -fprofile-update=atomic -fprofile-dir=${profile} -fprofile-prefix-path=${TRAINING}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} -S ${SOURCE} -B ${TRAINING} -G ${GENERATOR} -DCMAKE_MAKE_PROGRAM=${MAKE} -DCMAKE_C_COMPILER=${COMPILER}
  -DCMAKE_C_FLAGS=${FLAGS} -DCMAKE_BUILD_TYPE=Release -DTELEX_TESTS=OFF -DTELEX_PROFILE=OFF)
run(${CMAKE_COMMAND} --build ${TRAINING} --target telex_cli)

# Some fixtures are none that can be read: telex says so, and its exit status with it.
file(REMOVE_RECURSE ${profile})
execute_process(COMMAND ${TRAINING}/telex --quiet -j1 ${SOURCE}/fixtures OUTPUT_QUIET ERROR_QUIET)
file(GLOB counts ${profile}/*.gcda)
if(NOT counts)
  message(FATAL_ERROR "the build for training has counted nothing in ${profile}")
endif()
file(TOUCH ${TRAINING}/trained)
