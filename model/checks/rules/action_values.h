// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checks/rules/action_walk.h"

namespace tessera::model {

// Value sources anywhere in a step, its nested steps left out: what they may refer to at this place, and constants that
// are not what they say. Source: Sigma's value sources and where each is valid.
void checkValueSources(CheckContext &context, const ActionSite &site, const Json &step, const std::string &path);

// A plain value where a value source belongs: one key of an object, or all entries of a map.
void checkPlainValue(CheckContext &context, const ActionSite &site, const Json &holder, std::string_view key,
                     const std::string &path);
void checkPlainValues(CheckContext &context, const ActionSite &site, const Json &map, const std::string &path);

} // namespace tessera::model
