// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "model/base/text.h"
#include "model/schema/catalogue_reader.h"
#include "model/schema/type_reader_tables.h"

namespace tessera::model {

namespace {

std::optional<double> numberMember(const Json &json, const char *key)
{
    const Json *value = member(json, key);
    return value && value->is_number() ? std::optional(value->get<double>()) : std::nullopt;
}

bool flagMember(const Json &json, const char *key)
{
    const Json *value = member(json, key);
    return value && value->is_boolean() && value->get<bool>();
}

void readRange(TypeSpec &type, const Json &json)
{
    if (const auto value = numberMember(json, "min"))
        type.minimum = value;
    if (const auto value = numberMember(json, "max"))
        type.maximum = value;
    if (const auto value = numberMember(json, "step"))
        type.step = value;
    if (const std::string unit = stringMember(json, "unit"); !unit.empty())
        type.unit = unit;
}

// "min-max" → "Min max": for the values of enums nobody named.
QString wordsOf(const Json &value)
{
    if (!value.is_string())
        return toQString(value.dump());
    QString words = toQString(stringOf(value)).replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

} // namespace

TypeSpec &CatalogueReader::newType(ValueType type)
{
    TypeSpec &spec = m_data->types.emplace_back();
    spec.type = type;
    spec.editor = unsetEditor;
    return spec;
}

void CatalogueReader::addPrimitive(const char *name, ValueType type, Editor editor)
{
    TypeSpec &spec = newType(type);
    spec.name = name;
    spec.editor = editor;
    m_shared.emplace(name, &spec);
}

const TypeSpec *CatalogueReader::readType(const Json &json)
{
    if (json.is_string())
        return typeNamed(stringOf(json));
    TypeSpec &type = newType(ValueType::Any);
    fillType(type, json);
    return &type;
}

const TypeSpec *CatalogueReader::typeNamed(const std::string &text)
{
    if (const auto shared = m_shared.find(text); shared != m_shared.end())
        return shared->second;
    if (const auto written = m_written.find(text); written != m_written.end())
        return written->second;
    TypeSpec &type = newType(ValueType::Any);
    m_written.emplace(text, &type);
    if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
        type.type = ValueType::List;
        type.item = typeNamed(text.substr(1, text.size() - 2));
    } else if (text.size() > 2 && text.front() == '{' && text.back() == '}') {
        type.type = ValueType::Map;
        type.item = typeNamed(text.substr(1, text.size() - 2));
        type.mapKey = typeNamed("text");
    } else if (text.starts_with("ref:")) {
        fillReference(type, Json{{"ref", text.substr(4)}});
    } else {
        problem(QStringLiteral("unknown type “%1”").arg(toQString(text)));
    }
    return &type;
}

void CatalogueReader::fillType(TypeSpec &type, const Json &json)
{
    type.label = text(json, "label");
    type.help = text(json, "help");
    if (json.is_string()) {
        problem(QStringLiteral("a shared type cannot be another name for one"));
    } else if (const Json *values = member(json, "enum")) {
        type.type = ValueType::Enum;
        type.open = flagMember(json, "open");
        fillEnum(type, *values);
    } else if (member(json, "object") || member(json, "use")) {
        type.type = ValueType::Object;
        type.openObject = flagMember(json, "open");
        readFields(type, json);
    } else if (const Json *list = member(json, "list")) {
        type.type = ValueType::List;
        type.item = readType(*list);
        if (const Json *item = member(json, "new"))
            type.newItem = *item;
        readRange(type, json);
    } else if (const Json *map = member(json, "map")) {
        type.type = ValueType::Map;
        type.item = readType(*map);
        const Json *keys = member(json, "keys");
        type.mapKey = keys ? readType(*keys) : typeNamed("text");
    } else if (member(json, "ref")) {
        fillReference(type, json);
    } else if (const Json *number = member(json, "number")) {
        type.type = flagMember(*number, "integer") ? ValueType::Integer : ValueType::Number;
        readRange(type, *number);
    } else if (const Json *words = member(json, "text")) {
        type.type = ValueType::Text;
        fillText(type, *words);
    } else if (member(json, "oneOf")) {
        fillUnion(type, json);
    } else if (member(json, "family")) {
        fillFamilyUnion(type, json);
    } else {
        problem(QStringLiteral("a type that is none of the known forms"));
    }
    if (const auto editor = lookUp(editors, stringMember(json, "editor")); editor && *editor != unsetEditor)
        type.editor = *editor;
}

void CatalogueReader::fillText(TypeSpec &type, const Json &json)
{
    type.pattern = stringMember(json, "pattern");
    if (const Json *values = member(json, "values"))
        fillEnum(type, *values);
}

void CatalogueReader::fillEnum(TypeSpec &type, const Json &values)
{
    for (const Json &row : values) {
        const bool bare = !row.is_array();
        const Json &wire = bare || row.empty() ? row : row[0];
        EnumValue value{wire, wordsOf(wire), {}, Certainty::Certain, {}};
        if (!bare && row.size() > 1 && row[1].is_string())
            value.label = QCoreApplication::translate("SchemaCatalogue", stringOf(row[1]).c_str());
        if (!bare && row.size() > 2) {
            value.help = text(row[2], "help");
            value.instead = stringMember(row[2], "instead");
            value.certainty = lookUp(certainties, stringMember(row[2], "certainty")).value_or(Certainty::Certain);
        }
        type.values.push_back(std::move(value));
    }
}

void CatalogueReader::fillReference(TypeSpec &type, const Json &json)
{
    type.type = ValueType::Reference;
    const std::string target = stringMember(json, "ref");
    if (const auto known = lookUp(referenceTargets, target))
        type.reference.target = *known;
    else
        problem(QStringLiteral("unknown reference target “%1”").arg(toQString(target)));
    type.reference.of = stringMember(json, "of");
    type.reference.writable = flagMember(json, "writable");
    if (const Json *kinds = member(json, "kinds")) {
        for (const Json &kind : *kinds)
            type.reference.kinds.push_back(stringOf(kind));
    }
}

void CatalogueReader::fillUnion(TypeSpec &type, const Json &json)
{
    type.type = ValueType::Union;
    type.discriminator = stringMember(json, "by");
    TypeSpec *names = type.discriminator.empty() ? nullptr : &newType(ValueType::Enum);
    for (const Json &row : json["oneOf"]) {
        VariantSpec form;
        const std::string value = stringMember(row, "value");
        form.byName = !value.empty();
        form.name = form.byName ? value : stringMember(row, "name");
        form.label = text(row, "label");
        form.help = text(row, "help");
        form.legacy = flagMember(row, "legacy");
        form.certainty = lookUp(certainties, stringMember(row, "certainty")).value_or(Certainty::Certain);
        if (const Json *when = member(row, "when"))
            form.when = readCondition(*when);
        m_context += toQString(form.name);
        if (form.byName && names) {
            names->values.push_back({form.name, form.label, form.help, form.certainty, {}});
            TypeSpec &object = newType(ValueType::Object);
            object.fields.push_back(discriminatorField(type.discriminator, names));
            readFields(object, row);
            form.type = &object;
        } else if (const Json *named = member(row, "type")) {
            form.type = readType(*named);
        } else {
            form.type = readType(row);
        }
        m_context.removeLast();
        type.variants.push_back(std::move(form));
    }
}

// A union over all kinds of a family, or those named by "only" / left by "except".
void CatalogueReader::fillFamilyUnion(TypeSpec &type, const Json &json)
{
    type.type = ValueType::Union;
    const std::string section = stringMember(json, "family");
    const auto info =
        std::find_if(familyInfos.begin(), familyInfos.end(), [&](const FamilyInfo &f) { return section == f.section; });
    if (info == familyInfos.end()) {
        problem(QStringLiteral("unknown family “%1”").arg(toQString(section)));
        return;
    }
    type.discriminator = info->discriminator;
    const auto listed = [&json](const char *key, const std::string &name) {
        const Json *names = member(json, key);
        return names && std::find(names->begin(), names->end(), Json(name)) != names->end();
    };
    const Json &rows = m_sections[section];
    const auto &kinds = m_data->kinds[familyIndex(info->family)];
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const KindSpec &kind = kinds[i];
        if ((member(json, "only") && !listed("only", kind.name)) || listed("except", kind.name))
            continue;
        VariantSpec form{kind.name, kind.label, kind.help, kind.type, !type.discriminator.empty(), {}};
        if (const Json *when = member(rows[i], "form"))
            form.when = readCondition(*when);
        form.certainty = lookUp(certainties, stringMember(rows[i], "certainty")).value_or(Certainty::Certain);
        type.variants.push_back(std::move(form));
    }
}

PropertySpec CatalogueReader::discriminatorField(const std::string &key, const TypeSpec *values)
{
    PropertySpec property;
    property.key = key;
    property.label = QCoreApplication::translate("SchemaCatalogue", "Kind");
    property.help =
        QCoreApplication::translate("SchemaCatalogue", "What sort of thing this is; the other fields follow "
                                                       "from it.");
    property.group = "identity";
    property.type = values;
    property.editor = Editor::Choice;
    property.required = true;
    return property;
}

const TypeSpec *CatalogueReader::rangedType(const TypeSpec *base, const Json &row)
{
    if (!member(row, "min") && !member(row, "max") && !member(row, "step") && !member(row, "unit"))
        return base;
    TypeSpec &type = newType(base->type);
    type = *base;
    type.name.clear();
    readRange(type, row);
    return &type;
}

} // namespace tessera::model
