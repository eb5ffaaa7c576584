// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "model/schema/catalogue.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// One thing a reference may point to.
struct ReferenceCandidate
{
    Json value;     // what is written
    QString label;  // its name
    QString detail; // its kind or owner, for telling same names apart
    bool operator==(const ReferenceCandidate &) const = default;
};

// Where a reference stands: in the body of an object, at `path`.
struct ReferencePlace
{
    Scope scope = Scope::Element;
    Key key;
    std::string path;
};

// Everything in the document the reference may name, in document order. Empty for things that live outside it
// (connections, users, documents), whose ids are typed.
std::vector<ReferenceCandidate> referenceCandidates(const Workbook &workbook, const Catalogue &catalogue,
                                                    const ReferenceSpec &reference, const ReferencePlace &place);

// The one of them with this value; none when it is not among them. Costs no walk over all elements' bodies.
std::optional<ReferenceCandidate> findReference(const Workbook &workbook, const Catalogue &catalogue,
                                                const ReferenceSpec &reference, const ReferencePlace &place,
                                                const Json &value);

// Whether `referenceCandidates` can know every right answer: then a value that is not among them is dangling.
bool isClosedReference(const ReferenceSpec &reference);

// Whether a field is the id of the object it stands in: of use to programs, of none in a summary for people.
bool isIdField(const PropertySpec &property);

} // namespace tessera::model
