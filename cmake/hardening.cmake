# What Debian hardens its programs with, in release builds: checks of buffers and of the stack, jumps that the processor
# checks, an executable at a random address, and no table of addresses that can be written after the start.
include(CheckCCompilerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES C)
check_c_compiler_flag(-fstack-clash-protection TELEX_HAS_STACK_CLASH)
check_c_compiler_flag(-fcf-protection TELEX_HAS_CF_PROTECTION)

# telex_harden(TARGET)
function(telex_harden target)
  target_compile_options(${target} PRIVATE
    $<$<AND:$<CONFIG:Release>,$<COMPILE_LANGUAGE:C>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong>
    $<$<AND:$<CONFIG:Release>,$<BOOL:${TELEX_HAS_STACK_CLASH}>,$<COMPILE_LANGUAGE:C>>:-fstack-clash-protection>
    $<$<AND:$<CONFIG:Release>,$<BOOL:${TELEX_HAS_CF_PROTECTION}>>:-fcf-protection>)
  target_link_options(${target} PRIVATE $<$<CONFIG:Release>:LINKER:-z,relro LINKER:-z,now>)
endfunction()
