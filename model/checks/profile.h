// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "model/base/result.h"

namespace tessera::model {

// What an organisation has: the same workbook is accepted by one and refused by another. As far as a person told it;
// what is not said stays open, and the checks then name it as a step to look at. As JSON:
//
//     {"features": {"form": true, "code": false, "navigation": true, "panels": false, "input-table": true, "agents":
//     true},
//      "connections": {"<connection id>": {"writeAccess": true, "variant": false}}}
//
// Features are named like the kind of element they gate, and "navigation" (settings), "panels" (headers, sidebars),
// "agents". Source: product limits, entitlement gates; input tables, sources and column shapes.
struct OrganisationProfile
{
    struct Connection
    {
        std::optional<bool> writeAccess; // input tables need it
        std::optional<bool> variant;     // multi-select and file columns need it
        bool operator==(const Connection &) const = default;
    };

    std::map<std::string, bool, std::less<>> features;
    std::map<std::string, Connection, std::less<>> connections;

    std::optional<bool> has(std::string_view feature) const; // none: not known
    const Connection *connection(std::string_view id) const; // null: not known

    bool operator==(const OrganisationProfile &) const = default;
};

// Errors: Invalid for a text that is not of this form; the message names the key.
Result<OrganisationProfile> readProfile(std::string_view json);

} // namespace tessera::model
