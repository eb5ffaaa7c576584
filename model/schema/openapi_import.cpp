// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/openapi_import.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/schema/catalogue_data.h"
#include "model/schema/openapi_reader.h"

namespace tessera::model {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(OpenApiImport)
};

constexpr int deepestType = 4; // objects within objects that are taken over as fields; deeper ones become "any"

// "cardSpacing" → "Card spacing".
std::string labelOf(const std::string &key)
{
    QString label;
    for (const QChar c : toQString(key)) {
        if (c == QLatin1Char('-') || c == QLatin1Char('_'))
            label += QLatin1Char(' ');
        else if (c.isUpper() && !label.isEmpty())
            label += QLatin1Char(' ') + c.toLower();
        else
            label += label.isEmpty() ? c.toUpper() : c;
    }
    return toUtf8(label);
}

std::string helpOf(const Json &schema)
{
    QString help = toQString(stringMember(schema, "description")).simplified();
    if (help.isEmpty())
        return "Listed in Sigma's OpenAPI document, which does not describe it.";
    if (!help.endsWith(QLatin1Char('.')))
        help += QLatin1Char('.');
    return toUtf8(help);
}

// Texts of every enum a type of the catalogue allows; `closed` when nothing else fits.
void knownValues(const TypeSpec &type, std::vector<std::string> &out, bool &closed)
{
    if (type.type == ValueType::Union) {
        for (const VariantSpec &form : type.variants)
            knownValues(*form.type, out, closed);
        return;
    }
    if (type.type == ValueType::Enum) {
        for (const EnumValue &value : type.values)
            out.push_back(stringOf(value.value));
        closed = closed && !type.open;
    } else if (type.type != ValueType::Object) {
        closed = false;
    }
}

class Importer
{
public:
    Importer(const Catalogue &catalogue, const OpenApiReader &reader) : m_catalogue(catalogue), m_reader(reader) {}

    void compare(Family family, const std::vector<OpenApiReader::ObjectForm> &forms)
    {
        const std::string decider = familyInfos[familyIndex(family)].discriminator;
        std::set<std::string> seen;
        for (const auto &form : forms) {
            const Json *kinds = form.property(decider);
            for (const std::string &kind : kinds ? m_reader.values(*kinds) : std::vector<std::string>()) {
                // One kind may have several forms; each may add fields.
                const bool first = seen.insert(kind).second;
                compareKind(family, kind, form, first);
                m_result.kindsRead += first ? 1 : 0;
            }
        }
        if (seen.empty())
            return;
        for (const KindSpec &kind : m_catalogue.all(family)) {
            if (!seen.contains(kind.name))
                add(SchemaDifference::What::KindNotListed, family, kind.name, {}, {},
                    Tr::tr("%1 is not listed; it stays as it is.").arg(toQString(kind.name)));
        }
        reportUnlistedFields(family);
    }

    OpenApiImport take()
    {
        Json layer = Json::object();
        for (auto &[section, rows] : m_sections.items()) {
            Json list = Json::array();
            for (auto &[name, row] : rows.items())
                list.push_back(std::move(row));
            layer[section] = std::move(list);
        }
        if (!layer.empty())
            m_result.layer = writeJson(layer, 1) + '\n';
        return std::move(m_result);
    }

private:
    void add(SchemaDifference::What what, Family family, const std::string &kind, const std::string &field,
             const std::string &value, const QString &text)
    {
        m_result.differences.push_back({what, family, kind, field, value, text});
    }

    Json &row(Family family, const std::string &kind)
    {
        Json &rows = m_sections[familyInfos[familyIndex(family)].section];
        if (!rows.contains(kind))
            rows[kind] = Json{{"name", kind}, {"fields", Json::array()}};
        return rows[kind];
    }

    void compareKind(Family family, const std::string &kind, const OpenApiReader::ObjectForm &form, bool first)
    {
        const KindSpec *known = m_catalogue.find(family, kind);
        if (!known && first) {
            add(SchemaDifference::What::NewKind, family, kind, {}, {}, Tr::tr("%1 is new.").arg(toQString(kind)));
            Json &added = row(family, kind);
            added["label"] = labelOf(kind);
            added["icon"] = "box";
            added["group"] = family == Family::Effect ? "effects-exchange" : "palette-content";
            added["help"] = "Added from Sigma's OpenAPI document.";
            added["certainty"] = "unverified";
            added["open"] = true;
        }
        for (const auto &[key, schema] : form.properties) {
            m_listed[family][kind].insert(key);
            compareField(family, kind, known, key, *schema, form.required.contains(key));
        }
    }

    void compareField(Family family, const std::string &kind, const KindSpec *known, const std::string &key,
                      const Json &schema, bool required)
    {
        if (key == familyInfos[familyIndex(family)].discriminator || (family == Family::Control && key == "kind"))
            return;
        const PropertySpec *field = known ? known->field(key) : nullptr;
        if (!field) {
            if (!m_added.insert(kind + '/' + key).second)
                return;
            if (known)
                add(SchemaDifference::What::NewField, family, kind, key, {},
                    Tr::tr("%1 has a new field %2.").arg(toQString(kind), toQString(key)));
            row(family, kind)["fields"].push_back(newField(key, schema, required));
            return;
        }
        compareValues(family, kind, *field, schema);
        if (required && !field->required && m_added.insert(kind + '/' + key + "!").second) {
            add(SchemaDifference::What::NowRequired, family, kind, key, {},
                Tr::tr("%2 of %1 is listed as required.").arg(toQString(kind), toQString(key)));
            fieldRow(family, kind, key)["required"] = true;
        }
    }

    Json &fieldRow(Family family, const std::string &kind, const std::string &key)
    {
        Json &fields = row(family, kind)["fields"];
        for (Json &field : fields) {
            if (stringMember(field, "key") == key)
                return field;
        }
        fields.push_back({{"key", key}});
        return fields.back();
    }

    void compareValues(Family family, const std::string &kind, const PropertySpec &field, const Json &schema)
    {
        std::vector<std::string> known;
        bool closed = true;
        knownValues(*field.type, known, closed);
        if (known.empty())
            return;
        std::vector<std::string> fresh;
        for (const std::string &value : m_reader.values(schema)) {
            const bool seen = std::find(known.begin(), known.end(), value) != known.end();
            if (!seen && m_added.insert(kind + '/' + field.key + '=' + value).second)
                fresh.push_back(value);
        }
        for (const std::string &value : fresh) {
            add(SchemaDifference::What::NewValue, family, kind, field.key, value,
                Tr::tr("%2 of %1 takes a new value, %3.").arg(toQString(kind), toQString(field.key), toQString(value)));
        }
        if (!fresh.empty() && field.type->type == ValueType::Enum)
            extendEnum(fieldRow(family, kind, field.key), *field.type, fresh);
    }

    void extendEnum(Json &target, const TypeSpec &type, const std::vector<std::string> &fresh)
    {
        Json values = Json::array();
        for (const EnumValue &value : type.values) {
            Json extra = Json::object();
            if (!value.help.isEmpty())
                extra["help"] = toUtf8(value.help);
            if (!value.instead.empty())
                extra["instead"] = value.instead;
            values.push_back({value.value, toUtf8(value.label), extra});
        }
        for (const std::string &value : fresh)
            values.push_back({value, labelOf(value), Json{{"certainty", "unverified"}}});
        target["type"] = Json{{"enum", values}, {"open", type.open}};
        target["userLayer"] = true;
    }

    Json newField(const std::string &key, const Json &schema, bool required)
    {
        return {{"key", key},           {"label", labelOf(key)},
                {"group", "look"},      {"type", typeOf(schema, deepestType)},
                {"required", required}, {"certainty", "unverified"},
                {"userLayer", true},    {"help", helpOf(m_reader.resolved(schema))}};
    }

    Json typeOf(const Json &schema, int depth)
    {
        const Json &node = m_reader.resolved(schema);
        if (const std::vector<std::string> values = m_reader.values(node); !values.empty()) {
            Json list = Json::array();
            for (const std::string &value : values)
                list.push_back({value, labelOf(value)});
            return {{"enum", list}};
        }
        const std::string type = stringMember(node, "type");
        if (type == "string")
            return "text";
        if (type == "number" || type == "integer" || type == "boolean")
            return type;
        if (type == "array" && member(node, "items") && depth > 0)
            return {{"list", typeOf(*member(node, "items"), depth - 1)}};
        const auto forms = m_reader.forms(node);
        const bool circular = std::find(m_open.begin(), m_open.end(), &node) != m_open.end();
        if (depth <= 0 || circular || forms.size() != 1 || forms.front().properties.empty())
            return "any";
        m_open.push_back(&node);
        Json fields = Json::array();
        for (const auto &[key, value] : forms.front().properties) {
            fields.push_back({{"key", key},
                              {"label", labelOf(key)},
                              {"type", typeOf(*value, depth - 1)},
                              {"required", forms.front().required.contains(key)},
                              {"certainty", "unverified"},
                              {"help", helpOf(m_reader.resolved(*value))}});
        }
        m_open.pop_back();
        return {{"object", fields}, {"open", true}};
    }

    // The document is known to leave fields out, so this is told, never acted upon.
    void reportUnlistedFields(Family family)
    {
        for (const auto &[kind, listed] : m_listed[family]) {
            const KindSpec *known = m_catalogue.find(family, kind);
            if (!known)
                continue;
            for (const PropertySpec &field : known->fields()) {
                if (!listed.contains(field.key) && !field.isLegacy())
                    add(SchemaDifference::What::FieldNotListed, family, kind, field.key, {},
                        Tr::tr("%2 of %1 is not listed; it stays as it is.")
                            .arg(toQString(kind), toQString(field.key)));
            }
        }
    }

    const Catalogue &m_catalogue;
    const OpenApiReader &m_reader;
    OpenApiImport m_result;
    Json m_sections = Json::object(); // section → name → row
    std::set<std::string> m_added;
    std::vector<const Json *> m_open; // objects whose fields are being taken over: one inside itself becomes "any"
    std::map<Family, std::map<std::string, std::set<std::string>>> m_listed;
};

} // namespace

Result<OpenApiImport> importOpenApi(const Catalogue &catalogue, std::string_view json)
{
    const Result<Json> document = readJson(json);
    if (!document)
        return fail(document.error());
    const OpenApiReader reader(*document);
    std::vector<OpenApiReader::ObjectForm> elements;
    for (const char *name : {"WorkbookElement", "CommonElement"}) {
        if (const Json *schema = reader.schema(name)) {
            for (auto &form : reader.forms(*schema))
                elements.push_back(std::move(form));
        }
    }
    const Json *controls = reader.schema("Control");
    const Json *actions = reader.schema("Actions");
    if (elements.empty() && !controls && !actions)
        return fail(ErrorCode::Invalid, Tr::tr("This is not Sigma's compiled OpenAPI document."),
                    Tr::tr("It must have WorkbookElement, Control or Actions among its component schemas."));
    Importer importer(catalogue, reader);
    importer.compare(Family::Element, elements);
    if (controls)
        importer.compare(Family::Control, reader.forms(*controls));
    if (actions)
        importer.compare(Family::Effect, reader.formsWith(*actions, "effect"));
    OpenApiImport result = importer.take();
    if (const Json *info = member(*document, "info")) {
        const QString version = toQString(stringMember(*info, "version"));
        result.title =
            toQString(stringMember(*info, "title")) + (version.isEmpty() ? version : QLatin1Char(' ') + version);
    }
    return result;
}

} // namespace tessera::model
