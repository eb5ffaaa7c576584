// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/base/json.h"

namespace tessera::model {

enum class IdKind
{
    Element,
    Block,    // page or overlay
    Column,   // of the element `owner`
    Grouping, // of the element `owner`
    Control,  // a controlId
    Agent,
    Field, // of a form
};

// One place in a body that refers to something by id.
struct IdSite
{
    std::string path;    // RFC 6901 pointer to the string; of a map key: to the member
    std::string_view id; // valid while the body lives
    IdKind kind = IdKind::Element;
    std::string owner;   // Column, Grouping: element id; "" means the element that holds the text
    bool mapKey = false; // the id is the name of a member, not its value
};

// Visits every reference by id in a body, in document order. Ids that belong elsewhere (data models, other documents)
// are left out. `kind` is the element's kind, "" for other objects and the workbook's own trees.
void visitIdSites(const Json &body, std::string_view kind, const std::function<void(const IdSite &)> &visitor);

} // namespace tessera::model
