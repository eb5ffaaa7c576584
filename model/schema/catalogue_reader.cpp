// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/catalogue_reader.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/schema/type_reader_tables.h"

namespace tessera::model {

namespace {

// Rows of a section extend each other by the first of these keys they carry.
std::string rowName(const Json &row)
{
    for (const char *key : {"name", "key", "id"}) {
        if (const std::string name = stringMember(row, key); !name.empty())
            return name;
    }
    return {};
}

void extendRow(Json &row, const Json &more)
{
    for (const auto &[key, value] : more.items())
        row[key] = value;
}

std::vector<std::string> strings(const Json *list)
{
    std::vector<std::string> out;
    if (list && list->is_array()) {
        for (const Json &item : *list)
            out.push_back(stringOf(item));
    }
    return out;
}

} // namespace

CatalogueReader::CatalogueReader() : m_data(std::make_shared<CatalogueData>()) {}

void CatalogueReader::problem(const QString &text)
{
    m_problems += m_context.join(QStringLiteral(" › ")) + QStringLiteral(": ") + text;
}

// Texts are translated where the program has them in its language; the source text is English.
QString CatalogueReader::text(const Json &json, const char *key) const
{
    const Json *value = member(json, key);
    if (!value || !value->is_string())
        return {};
    return QCoreApplication::translate("SchemaCatalogue", value->get_ref<const std::string &>().c_str());
}

void CatalogueReader::addFile(const QString &file, const Json &root)
{
    m_context = {file};
    if (!root.is_object()) {
        problem(QStringLiteral("must hold an object of sections"));
        return;
    }
    for (const auto &[section, rows] : root.items()) {
        if (section == "types" || section == "fieldSets") {
            Json &target = section == "types" ? m_types : m_sets;
            for (const auto &[name, value] : rows.items())
                target[name] = value;
        } else if (rows.is_array()) {
            mergeSection(section, rows);
        } else if (section != "comment") {
            problem(QStringLiteral("section “%1” must be a list").arg(toQString(section)));
        }
    }
}

void CatalogueReader::mergeSection(const std::string &section, const Json &rows)
{
    Json &target = m_sections.try_emplace(section, Json::array()).first->second;
    for (const Json &row : rows) {
        const std::string name = rowName(row);
        const auto same = std::find_if(target.begin(), target.end(), [&](const Json &r) { return rowName(r) == name; });
        if (name.empty())
            problem(QStringLiteral("a row of “%1” has no name").arg(toQString(section)));
        else if (same == target.end())
            target.push_back(row);
        else
            mergeKindRow(*same, row);
    }
}

// A later row adds fields to the fields it finds and replaces everything else it names.
void CatalogueReader::mergeKindRow(Json &row, const Json &more) const
{
    for (const auto &[key, value] : more.items()) {
        const Json *old = member(row, key);
        if (key == "fields" && old && old->is_array()) {
            Json merged = *old;
            for (const Json &field : value)
                addRow(merged, field);
            row[key] = std::move(merged);
        } else {
            row[key] = value;
        }
    }
}

std::shared_ptr<const CatalogueData> CatalogueReader::finish()
{
    for (const PrimitiveType &primitive : primitiveTypes)
        addPrimitive(primitive.name, primitive.type, primitive.editor);
    for (const auto &[name, value] : m_types.items()) {
        TypeSpec &type = newType(ValueType::Any);
        type.name = name;
        if (!m_shared.emplace(name, &type).second)
            problem(QStringLiteral("the type “%1” exists twice").arg(toQString(name)));
        m_data->typeNames.push_back(name);
    }
    reserveKinds();
    for (const auto &[name, value] : m_types.items()) {
        m_context = {QStringLiteral("types"), toQString(name)};
        fillType(*m_shared[name], value);
    }
    readGroups();
    readRejected();
    readKinds();
    finishEditors();
    for (const auto &[name, type] : m_shared)
        m_data->named.emplace(name, type);
    return m_data;
}

void CatalogueReader::readGroups()
{
    for (const Json &row : m_sections["groups"]) {
        m_context = {QStringLiteral("groups"), toQString(rowName(row))};
        GroupSpec group{rowName(row), text(row, "label"), text(row, "help")};
        const std::string tab = stringMember(row, "tab");
        group.palette = tab == "palette";
        if (const auto known = lookUp(inspectorTabs, tab))
            group.tab = *known;
        else if (!group.palette)
            problem(QStringLiteral("unknown tab “%1”").arg(toQString(tab)));
        m_data->groups.push_back(std::move(group));
    }
}

void CatalogueReader::readRejected()
{
    for (const Json &row : m_sections["rejectedKinds"])
        m_data->rejected.push_back({rowName(row), stringMember(row, "instead"), text(row, "help")});
}

// Object types and name enums of all kinds exist before anything refers to them.
void CatalogueReader::reserveKinds()
{
    for (const FamilyInfo &info : familyInfos) {
        auto &kinds = m_data->kinds[familyIndex(info.family)];
        auto &index = m_data->kindIndex[familyIndex(info.family)];
        TypeSpec &names = newType(ValueType::Enum);
        for (const Json &row : m_sections[info.section]) {
            KindSpec kind;
            kind.family = info.family;
            kind.name = rowName(row);
            kind.label = text(row, "label");
            kind.help = text(row, "help");
            kind.type = &newType(ValueType::Object);
            names.values.push_back({kind.name, kind.label, kind.help, Certainty::Certain, {}});
            index.emplace(kind.name, kinds.size());
            kinds.push_back(std::move(kind));
        }
        m_names[info.family] = &names;
    }
}

void CatalogueReader::readKinds()
{
    for (const FamilyInfo &info : familyInfos) {
        auto &kinds = m_data->kinds[familyIndex(info.family)];
        const Json &rows = m_sections[info.section];
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            m_context = {QString::fromLatin1(info.section), toQString(kinds[i].name)};
            readKind(info, rows[i], kinds[i]);
        }
    }
}

void CatalogueReader::readKind(const FamilyInfo &info, const Json &row, KindSpec &kind)
{
    kind.icon = toQString(stringMember(row, "icon"));
    kind.group = stringMember(row, "group");
    kind.keywords = text(row, "keywords");
    kind.gate = text(row, "gate");
    kind.certainty = lookUp(certainties, stringMember(row, "certainty")).value_or(Certainty::Certain);
    kind.code = lookUp(codeSupports, stringMember(row, "code"))
                    .value_or(kind.gate.isEmpty() ? CodeSupport::Yes : CodeSupport::Gated);
    kind.triggers = strings(member(row, "triggers"));
    kind.hosts = strings(member(row, "hosts"));
    if (const Json *minimal = member(row, "minimal"))
        kind.minimal = *minimal;
    readPlacement(row, kind);
    readFills(row, kind);

    auto &object = const_cast<TypeSpec &>(*kind.type);
    object.label = kind.label;
    object.help = kind.help;
    const Json *open = member(row, "open");
    object.openObject = open && open->is_boolean() && open->get<bool>();
    if (info.family == Family::Control) {
        object.fields.push_back(discriminatorField("kind", m_names[Family::Element]));
        object.fields.back().editor = Editor::Fixed;
    }
    if (*info.discriminator) {
        object.fields.push_back(discriminatorField(info.discriminator, m_names[info.family]));
        if (info.family == Family::Element)
            object.fields.back().editor = Editor::Fixed; // another kind is another element
        else if (info.family == Family::Control)
            object.fields.back().label = QCoreApplication::translate("SchemaCatalogue", "Control type");
    }
    readFields(object, row);
}

void CatalogueReader::readPlacement(const Json &row, KindSpec &kind)
{
    const auto size = [&](const char *key, GridSize &target) {
        const Json *value = member(row, key);
        if (value && value->is_array() && value->size() == 2 && (*value)[0].is_number() && (*value)[1].is_number())
            target = {(*value)[0].get<int>(), (*value)[1].get<int>()};
        else if (value)
            problem(QStringLiteral("“%1” must be [columns, rows]").arg(QString::fromLatin1(key)));
    };
    size("size", kind.defaultSize);
    size("minimumSize", kind.minimumSize);
    const std::string tag = stringMember(row, "tag");
    if (const auto known = lookUp(layoutTags, tag))
        kind.layoutTag = *known;
    else if (!tag.empty())
        problem(QStringLiteral("unknown layout tag “%1”").arg(toQString(tag)));
    if (const Json *inner = member(row, "innerColumns"); inner && inner->is_number_integer())
        kind.innerColumns = inner->get<int>();
}

void CatalogueReader::readFills(const Json &row, KindSpec &kind)
{
    const Json *fills = member(row, "fills");
    if (!fills)
        return;
    for (const Json &json : *fills) {
        ChannelFill fill;
        const auto role = lookUp(fillRoles, stringMember(json, "role"));
        if (!role)
            problem(QStringLiteral("unknown role “%1”").arg(toQString(stringMember(json, "role"))));
        fill.role = role.value_or(ChannelFill::Role::Any);
        fill.path = stringMember(json, "path");
        fill.raw = member(json, "raw") != nullptr;
        fill.list = member(json, "list") != nullptr;
        kind.fills.push_back(std::move(fill));
    }
}

// Adds or extends: a row with a key that is already there overrides what it names, at the old place.
void CatalogueReader::addRow(Json &rows, const Json &row) const
{
    const std::string key = stringMember(row, "key");
    const auto same =
        std::find_if(rows.begin(), rows.end(), [&](const Json &r) { return stringMember(r, "key") == key; });
    if (same == rows.end())
        rows.push_back(row);
    else
        extendRow(*same, row);
}

Json CatalogueReader::expandedRows(const Json &owner)
{
    Json rows = Json::array();
    for (const std::string &set : strings(member(owner, "use"))) {
        const Json *source = member(m_sets, set);
        if (!source) {
            problem(QStringLiteral("unknown field set “%1”").arg(toQString(set)));
            continue;
        }
        const Json expanded = source->is_object() ? expandedRows(*source) : *source;
        for (const Json &row : expanded)
            addRow(rows, row);
    }
    const std::vector<std::string> without = strings(member(owner, "without"));
    for (auto it = rows.begin(); it != rows.end();) {
        const bool drop = std::find(without.begin(), without.end(), stringMember(*it, "key")) != without.end();
        it = drop ? rows.erase(it) : it + 1;
    }
    if (const Json *own = member(owner, member(owner, "object") ? "object" : "fields")) {
        for (const Json &row : *own)
            addRow(rows, row);
    }
    return rows;
}

void CatalogueReader::readFields(TypeSpec &object, const Json &owner)
{
    const Json rows = expandedRows(owner);
    object.fields.reserve(object.fields.size() + rows.size());
    for (const Json &row : rows) {
        m_context += toQString(stringMember(row, "key"));
        if (object.field(stringMember(row, "key")))
            problem(QStringLiteral("the key is there twice"));
        else
            object.fields.push_back(readProperty(row));
        m_context.removeLast();
    }
    for (PropertySpec &property : object.fields) {
        for (Condition::Clause &clause : property.visibleWhen.clauses) {
            if (const PropertySpec *sibling = object.field(clause.path))
                clause.assumed = sibling->defaultValue;
        }
    }
}

PropertySpec CatalogueReader::readProperty(const Json &row)
{
    PropertySpec property;
    property.key = stringMember(row, "key");
    property.label = text(row, "label");
    property.help = text(row, "help");
    property.group = stringMember(row, "group");
    property.instead = stringMember(row, "instead");
    const auto flag = [&row](const char *key) {
        const Json *value = member(row, key);
        return value && value->is_boolean() && value->get<bool>();
    };
    property.required = flag("required");
    property.nullable = flag("nullable");
    property.channel = flag("channel");
    property.userLayer = flag("userLayer");
    if (const Json *value = member(row, "default"))
        property.defaultValue = *value;
    if (const Json *when = member(row, "when"))
        property.visibleWhen = readCondition(*when);
    property.certainty = lookUp(certainties, stringMember(row, "certainty")).value_or(Certainty::Certain);
    property.code = lookUp(codeSupports, stringMember(row, "code")).value_or(CodeSupport::Yes);
    property.kept = lookUp(keptWords, stringMember(row, "kept")).value_or(Kept::Yes);
    const Json *type = member(row, "type");
    if (!type)
        problem(QStringLiteral("no type"));
    property.type = rangedType(type ? readType(*type) : typeNamed("any"), row);
    property.editor = lookUp(editors, stringMember(row, "editor")).value_or(unsetEditor);
    return property;
}

Condition CatalogueReader::readCondition(const Json &json)
{
    Condition condition;
    if (!json.is_object()) {
        problem(QStringLiteral("a condition must be an object"));
        return condition;
    }
    for (const auto &[path, wanted] : json.items()) {
        Condition::Clause clause;
        clause.path = path;
        if (wanted.is_boolean())
            clause.present = wanted.get<bool>();
        else if (wanted.is_array() && !wanted.empty())
            clause.values.assign(wanted.begin(), wanted.end());
        else
            problem(QStringLiteral("“%1” must be true, false or a list of values").arg(toQString(path)));
        condition.clauses.push_back(std::move(clause));
    }
    return condition;
}

Editor defaultEditor(const TypeSpec &type)
{
    switch (type.type) {
    case ValueType::Text:
        return Editor::Line;
    case ValueType::Formula:
        return Editor::Formula;
    case ValueType::Template:
        return Editor::Template;
    case ValueType::Number:
    case ValueType::Integer:
        return Editor::Number;
    case ValueType::Logical:
        return Editor::Check;
    case ValueType::Enum:
        return type.values.size() <= 3 && !type.open ? Editor::Segments : Editor::Choice;
    case ValueType::Color:
        return Editor::Color;
    case ValueType::Date:
        return Editor::Date;
    case ValueType::Reference:
        return Editor::Reference;
    case ValueType::Object:
        return Editor::Fields;
    case ValueType::List:
        return type.item->type == ValueType::Reference ? Editor::Picks : Editor::Items;
    case ValueType::Map:
        return Editor::Pairs;
    case ValueType::Union:
        return Editor::Variant;
    case ValueType::Any:
        return Editor::RawText;
    }
    Q_UNREACHABLE();
}

// Editors nobody named follow from the types, which are complete only now.
void CatalogueReader::finishEditors()
{
    for (TypeSpec &type : m_data->types) {
        if (type.editor == unsetEditor)
            type.editor = defaultEditor(type);
    }
    for (TypeSpec &type : m_data->types) {
        for (PropertySpec &property : type.fields) {
            if (property.editor == unsetEditor)
                property.editor = property.type->editor;
        }
    }
}

} // namespace tessera::model
