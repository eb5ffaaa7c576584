// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace tessera::fuzz {

// What a fuzzer feeds: each takes any bytes, reads them and, where they can be read, checks that nothing is lost on the
// way out. A broken promise ends the program (abort), as does everything a sanitizer finds.
void takeYaml(const std::string &bytes);
void takeJson(const std::string &bytes);
void takeLayout(const std::string &bytes);

} // namespace tessera::fuzz
