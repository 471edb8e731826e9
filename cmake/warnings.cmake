# Warnings for the project's own targets: telex_warnings(TARGET).
function(telex_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wconversion -Wshadow -Wswitch-enum -Wmissing-prototypes -Wundef -Wvla
    $<$<BOOL:${TELEX_WERROR}>:-Werror>)
endfunction()
