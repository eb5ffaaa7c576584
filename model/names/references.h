// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/change/transaction.h"
#include "model/names/name_lookup.h"
#include "model/names/resolver.h"
#include "model/names/text_sites.h"

namespace tessera::model {

using TextVisitor = std::function<void(Scope, const Object *, const ElementFacts *, const TextSite &)>;

// Every text of the workbook that may name something, in document order: of elements (with their facts), of blocks, and
// of the workbook itself (no object).
void visitWorkbookTexts(const Workbook &workbook, const NameLookup &names, const TextVisitor &visitor);

// The element whose column a resolution names, as a key; "" when it names none.
Key columnHost(const Resolution &found, const ElementFacts *owner);
// Names the element, or a column of it by its name.
bool meansElement(const Resolution &found, const Key &key);

// What references may point to.
struct NamedThing
{
    enum What
    {
        Element,
        Column,
        Control,
    };
    What what = Column;
    Key key;            // of the element or control
    std::string column; // id of the column
    bool operator==(const NamedThing &) const = default;
};
// As formulas write it: "Orders", "Amount", "pRegion"; "" when it is gone.
std::string targetName(const NameLookup &names, const NamedThing &target);

// One text that refers to the target.
struct ReferenceUse
{
    Scope scope = Scope::Element;
    Key key;                       // whose body it stands in
    std::string path;              // pointer to the text
    std::string text;              // all of it
    std::vector<ByteRange> ranges; // the references in it, brackets included
    TextLanguage language = TextLanguage::Formula;
};
// All of them in document order. The definition of the target itself is none.
std::vector<ReferenceUse> usesOf(const Workbook &workbook, const NameLookup &names, const NamedThing &target);

// What a text would be with its references to one thing pointing to another one.
struct ReferenceReplacement
{
    ReferenceUse use;
    std::string after;
    bool fits = true; // the new references mean the new target there, and no Lookup is needed that was not before
};
// One replacement for each use of `from`. The author's spacing stays. Empty where one of the two has no name.
std::vector<ReferenceReplacement> replacementsOf(const Workbook &workbook, const NameLookup &names,
                                                 const NamedThing &from, const NamedThing &to);

// The chosen replacements as one step. A text that has changed since makes the step a conflict when it is applied.
Transaction makeReplaceReferences(const std::vector<ReferenceReplacement> &chosen, const QString &label);

} // namespace tessera::model
