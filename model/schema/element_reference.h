// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/catalogue.h"

namespace tessera::model {

// The element reference of the help, as Markdown: every kind with its fields, then the shared types they are made of.
// The same catalogue always gives the same text.
std::string elementReferenceMarkdown(const Catalogue &catalogue);

// One kind, for context help: heading, what it is, its fields.
std::string kindReferenceMarkdown(const Catalogue &catalogue, const KindSpec &kind);

// One shared type: its fields, or its forms. Objects and unions with a name have a text of their own.
std::string typeReferenceMarkdown(const TypeSpec &type);
bool hasReferenceText(const TypeSpec &type);

// "Elements", "Effects" …: heading of a family's chapter.
QString familyTitle(Family family);

// Where the reference speaks of a field: the page "elements/bar-chart" (a family and a kind) or "types/column" (a
// shared type), and the key in it. The page is "" for unknown kinds.
struct HelpPlace
{
    std::string page;
    std::string field; // "" for the kind itself
};
// The place that is nearest to what `pointer` leads to in a body.
HelpPlace helpPlaceOf(const Catalogue &catalogue, Scope scope, const Json &body, std::string_view pointer);

} // namespace tessera::model
