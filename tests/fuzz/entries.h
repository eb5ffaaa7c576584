// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace tessera::fuzz {

// What a fuzzer feeds: each takes any bytes, reads them and, where they can be read, checks that nothing is lost on the
// way out. A broken promise ends the program (abort), as does everything a sanitizer finds.
void takeYaml(const std::string &bytes);
void takeJson(const std::string &bytes);
void takeLayout(const std::string &bytes);
void takeText(const std::string &bytes);      // the Markdown body of a text element
void takeTemplates(const std::string &bytes); // {{formula}} parts, mentions, SQL handles
void takePackage(const std::string &bytes);

struct FuzzTarget
{
    const char *name; // of the program fuzz_<name> and its corpus folder
    void (*take)(const std::string &bytes);
};
inline constexpr FuzzTarget fuzzTargets[] = {{"yaml", takeYaml},           {"json", takeJson},
                                             {"layout", takeLayout},       {"text", takeText},
                                             {"templates", takeTemplates}, {"package", takePackage}};

} // namespace tessera::fuzz
