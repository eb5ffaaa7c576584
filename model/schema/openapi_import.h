// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/schema/catalogue.h"

namespace tessera::model {

// Sigma's compiled OpenAPI document names kinds, fields and enum values this program may not know yet. It also leaves
// things out, so nothing is ever removed because of it: what it adds becomes a user layer over the catalogue, the rest
// is told to the person.
struct SchemaDifference
{
    enum class What
    {
        NewKind,     // goes into the layer
        NewField,    // goes into the layer
        NewValue,    // goes into the layer
        NowRequired, // goes into the layer
        KindNotListed,
        FieldNotListed,
    };
    What what = What::NewKind;
    Family family = Family::Element;
    std::string kind;  // "bar-chart"
    std::string field; // "" for kinds
    std::string value; // new enum value
    QString text;      // a sentence for a person

    bool inLayer() const { return what <= What::NowRequired; }
};

struct OpenApiImport
{
    QString title; // of the document, with its version
    int kindsRead = 0;
    std::vector<SchemaDifference> differences; // by family and kind, in the order of the document
    std::string layer; // a catalogue file for readCatalogue(), behind the built-in ones; "" when it adds nothing
};

// Compares elements (components.schemas.WorkbookElement and CommonElement), controls (Control) and effects (Actions).
// Errors: Invalid when it is no JSON, no OpenAPI document or has none of those schemas.
Result<OpenApiImport> importOpenApi(const Catalogue &catalogue, std::string_view json);

} // namespace tessera::model
