# SPDX-License-Identifier: GPL-3.0-or-later
# One place for what every target of the project shares: warnings, defines, sanitizers.
include_guard(GLOBAL)

add_library(tessera_options INTERFACE)
add_library(tessera::options ALIAS tessera_options)
target_include_directories(tessera_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(tessera_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${TESSERA_WERROR}>:-Werror>)
target_compile_definitions(tessera_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400
    TESSERA_VERSION="${PROJECT_VERSION}")
if(TESSERA_SANITIZE)
    target_compile_options(tessera_options INTERFACE -fsanitize=${TESSERA_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(tessera_options INTERFACE -fsanitize=${TESSERA_SANITIZE})
endif()
if(TESSERA_FUZZERS)
    target_compile_options(tessera_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(TESSERA_COVERAGE)
    target_compile_options(tessera_options INTERFACE --coverage -O0)
    target_link_options(tessera_options INTERFACE --coverage)
endif()

# tessera_layer(<name> LIBRARIES <lib>...): a static library for one layer; its folders add their sources.
function(tessera_layer name)
    cmake_parse_arguments(ARG "" "" "LIBRARIES" ${ARGN})
    add_library(tessera_${name} STATIC)
    add_library(tessera::${name} ALIAS tessera_${name})
    target_link_libraries(tessera_${name} PUBLIC tessera::options ${ARG_LIBRARIES})
endfunction()

# tessera_precompile(<target> <header>...): precompiled headers that ccache can share between clones. GCC writes different
# bytes for the same header each time, so ccache is told to compare the checksum beside it (needs CCACHE_PCH_EXTSUM).
function(tessera_precompile target)
    target_precompile_headers(${target} PRIVATE ${ARGN})
    string(SHA256 sum "${ARGN};${CMAKE_CXX_COMPILER_ID};${CMAKE_CXX_COMPILER_VERSION};${Qt6_VERSION};${nlohmann_json_VERSION}")
    set(directory ${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir)
    file(WRITE ${directory}/cmake_pch.hxx.gch.sum "${sum}\n")
    file(WRITE ${directory}/cmake_pch.hxx.pch.sum "${sum}\n")
endfunction()
