// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "model/checks/rules/rule_support.h"
#include "model/schema/catalogue.h"

namespace tessera::model {

// The body a reference stands in.
struct ReferenceHolder
{
    const Catalogue &catalogue;
    const Json &body;
    const ElementFacts *facts; // null: no element
    const QString &label;
};

// A reference that leads nowhere, or to a thing that does not fit.
struct BrokenReference
{
    const char *rule; // schema.reference, schema.reference-kind or schema.unconfirmed
    QString message;
    QString hint;
    std::string meant; // id of the only thing whose name was written in place of its id; "" when there is none
};

// `path`: where the reference stands in the body. None when it is fine, or when nobody can tell.
std::optional<BrokenReference> brokenReference(CheckContext &context, const ReferenceHolder &holder,
                                               const ReferenceSpec &spec, const std::string &id,
                                               const std::string &path);

} // namespace tessera::model
