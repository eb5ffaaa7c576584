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
