// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>

#include <QStringList>

#include "model/base/json.h"
#include "model/schema/catalogue_data.h"

namespace tessera::model {

// Turns the catalogue's JSON into specs. The data is written for people: rows name shared types and field sets, rows of
// the same key extend each other, editors and labels of forms are derived where they are not said.
//
//   type    := "text" … | "<shared type>" | "[<type>]" list | "{<type>}" map | "ref:<target>" | {one of the below}
//              {"enum": [value | [value, label, {…}] …], "open": bool}   {"object": [row…], "use": [set…], "open":
//              bool}
//              ("without": [key…] leaves out fields of the sets)
//              {"list": type, "min", "max", "new": item}   {"map": type, "keys": type}
//              {"ref": target, "kinds": […], "of": path, "writable": bool}   {"number": {"min", "max", "step", "unit"}}
//              {"text": {"pattern", "values"}}             {"oneOf": [form…], "by": key}   {"family": section}
//   row     := {"key", "label", "help", "type", "group", "default", "required", "nullable", "channel", "when",
//   "editor",
//               "certainty", "code", "kept", "instead", "min", "max", "step", "unit"}
//   form    := {"name" | "value", "label", "help", "type" | "object" / "use", "when", "legacy"}
//   when    := {path: [value…] equals one of | true present | false absent}
class CatalogueReader
{
public:
    CatalogueReader();

    void addFile(const QString &file, const Json &root);
    // What was read; check `problems` first.
    std::shared_ptr<const CatalogueData> finish();

    const QStringList &problems() const { return m_problems; }

private:
    void problem(const QString &text);
    void mergeSection(const std::string &section, const Json &rows);
    void mergeKindRow(Json &row, const Json &more) const;

    void readGroups();
    void readRejected();
    void reserveKinds();
    void readKinds();
    void readKind(const FamilyInfo &info, const Json &row, KindSpec &kind);
    void readPlacement(const Json &row, KindSpec &kind);
    void readFills(const Json &row, KindSpec &kind);
    void finishEditors();

    Json expandedRows(const Json &owner);
    void addRow(Json &rows, const Json &row) const;
    void readFields(TypeSpec &object, const Json &owner);
    PropertySpec readProperty(const Json &row);
    const TypeSpec *rangedType(const TypeSpec *base, const Json &row);
    Condition readCondition(const Json &json);

    const TypeSpec *readType(const Json &json);
    const TypeSpec *typeNamed(const std::string &text);
    void fillType(TypeSpec &type, const Json &json);
    void fillText(TypeSpec &type, const Json &json);
    void fillEnum(TypeSpec &type, const Json &values);
    void fillReference(TypeSpec &type, const Json &json);
    void fillUnion(TypeSpec &type, const Json &json);
    void fillFamilyUnion(TypeSpec &type, const Json &json);
    PropertySpec discriminatorField(const std::string &key, const TypeSpec *values);
    TypeSpec &newType(ValueType type);
    void addPrimitive(const char *name, ValueType type, Editor editor);
    QString text(const Json &json, const char *key) const;

    std::shared_ptr<CatalogueData> m_data;
    Json m_types = Json::object();
    Json m_sets = Json::object();
    std::map<std::string, Json> m_sections;
    std::map<std::string, TypeSpec *> m_shared;
    std::map<std::string, const TypeSpec *> m_written; // types written as text, by that text
    std::map<Family, const TypeSpec *> m_names;        // enum of a family's kinds
    QStringList m_context;
    QStringList m_problems;
};

} // namespace tessera::model
