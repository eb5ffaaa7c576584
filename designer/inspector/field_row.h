// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "model/checks/diagnostic.h"
#include "model/schema/catalogue.h"

namespace tessera::designer {

// One object the inspector edits.
struct InspectedObject
{
    model::Scope scope = model::Scope::Element;
    model::Key key;
    bool operator==(const InspectedObject &) const = default;
};

// One line of the inspector: a field, an item of a list, an entry of a map. A value; the model makes it, widgets show
// it.
struct FieldRow
{
    int space = 0;    // which of the model's spaces it belongs to (the workbook has two trees)
    std::string path; // pointer in the body
    const model::PropertySpec *property = nullptr; // null for items and entries
    const model::TypeSpec *type = nullptr;         // as declared: a union is still a union; null for unknown fields
    const model::TypeSpec *form = nullptr;         // the union's form the value has (else = type)
    const model::VariantSpec *variant = nullptr;   // its form, when the type is a union
    model::Editor editor = model::Editor::RawText; // for `form`
    QString label;
    QString help;

    std::optional<model::Json> value;    // of the first object; none: not set
    std::optional<model::Json> fallback; // what counts when it is not set
    bool mixed = false;                  // the selected objects differ
    bool modified = false;               // set, and not to the default
    bool required = false;
    bool missing = false; // required and not set
    bool readOnly = false;
    bool canReset = false;

    QString summary; // of rows with children: "3 columns", "Not set"
    bool hasChildren = false;
    QString problem; // a message of the checks about this field, or about one inside it
    model::Severity severity = model::Severity::Info;
    bool problemInside = false; // the problem belongs to a row inside this one
    QString badge;              // "unverified", "dropped"; "" mostly
    QString badgeHelp;

    std::string list;   // of an item: pointer of its list; "" otherwise
    int index = -1;     // of an item
    int count = 0;      // of an item: size of its list
    std::string mapKey; // of a map entry

    bool isItem() const { return index >= 0; }
    bool isEntry() const { return !mapKey.empty(); }
};

} // namespace tessera::designer
