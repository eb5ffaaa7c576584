// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/base/result.h"
#include "model/change/change.h"
#include "model/schema/kind_spec.h"

namespace tessera::model {

struct CatalogueData;

// Everything known about Sigma's workbook representation: kinds, fields, types. Immutable; copying shares.
class Catalogue
{
public:
    explicit Catalogue(std::shared_ptr<const CatalogueData> data);

    // All kinds of a family in menu order; one by its wire name, null when unknown.
    const std::vector<KindSpec> &all(Family family) const;
    const KindSpec *find(Family family, std::string_view name) const;

    const KindSpec *element(std::string_view kind) const { return find(Family::Element, kind); }
    const KindSpec *control(std::string_view controlType) const { return find(Family::Control, controlType); }
    const KindSpec *effect(std::string_view name) const { return find(Family::Effect, name); }
    const KindSpec *trigger(std::string_view name) const { return find(Family::Trigger, name); }
    const KindSpec *source(std::string_view kind) const { return find(Family::Source, kind); }
    const KindSpec *overlay(std::string_view type) const { return find(Family::Overlay, type); }
    const KindSpec *panel(std::string_view type) const { return find(Family::Panel, type); }
    const KindSpec *page(std::string_view type = "page") const { return find(Family::Page, type); }

    // What describes a body: controls by their type, pages without a type as "page", the workbook's own trees as
    // "meta" and "contents". An unknown control type gives the plain control. Null for unknown kinds.
    const KindSpec *kindOf(Scope scope, const Json &body) const;

    const TypeSpec *type(std::string_view name) const; // a shared type, null when unknown
    const std::vector<std::string> &typeNames() const;
    const GroupSpec *group(std::string_view id) const;
    const std::vector<GroupSpec> &groups() const; // in display order
    const std::vector<RejectedKind> &rejectedKinds() const;
    const RejectedKind *rejectedKind(std::string_view name) const;

    // Where a pointer leads.
    struct Place
    {
        const PropertySpec *property = nullptr; // the last named field on the way
        const TypeSpec *type = nullptr;         // of the value itself (an item's type below a list)
        bool known = false; // false: some step is not in the catalogue; the rest describes the last known step
        int knownSteps = 0; // how many tokens of the pointer were understood
    };
    // `body` decides which form of a union a value has. Below values of type Any everything is known. An unknown kind
    // gives an unknown place.
    Place locate(Scope scope, const Json &body, std::string_view pointer) const;
    Place locate(const TypeSpec &type, const Json &value, std::string_view pointer) const;

    // Whether a field is shown: its condition holds, and keys that Sigma never takes only where the body has them.
    // `object`: pointer of the object inside `body` that holds the field.
    bool isVisible(const PropertySpec &property, const Json &body, const std::string &object) const;

private:
    std::shared_ptr<const CatalogueData> m_data;
};

// What a family is called in the data and in `--json`: "elements", "controls", "effects" …
const char *familyName(Family family);
std::vector<Family> allFamilies();

// The absolute pointer of a path written relative to an object ("mode", "../source/elementId", "/source").
std::string resolvePath(const std::string &object, const std::string &path);

// One file of the catalogue.
struct CatalogueText
{
    QString file;
    std::string json;
};

// Reads the catalogue compiled into the program. Every problem of the data is an error that names file and row.
// `layers` are read behind it: what a person imported from Sigma's OpenAPI document, for example.
Result<Catalogue> loadCatalogue(const std::vector<CatalogueText> &layers = {});

// The same from memory: the sections of all files together make one catalogue; later rows with the same name extend or
// replace earlier ones (this is how a user layer works).
Result<Catalogue> readCatalogue(const std::vector<CatalogueText> &files);

// The texts behind loadCatalogue().
Result<std::vector<CatalogueText>> builtInCatalogueTexts();

} // namespace tessera::model
