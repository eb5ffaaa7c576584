// SPDX-License-Identifier: GPL-3.0-or-later
// How values of a body become rows: fields of objects, items of lists, entries of maps.
#include <algorithm>

#include <QCoreApplication>

#include "designer/inspector/field_words.h"
#include "designer/inspector/inspector_model.h"
#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::designer {

using model::Json;
using model::ValueType;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::Inspector)
};

bool holdsRows(const model::TypeSpec &type)
{
    return type.type == ValueType::Object || type.type == ValueType::List || type.type == ValueType::Map;
}

} // namespace

// Whether every selected object has this field, so that editing it for all makes sense.
bool InspectorModel::isShared(const model::PropertySpec &property, int space) const
{
    const auto &objects = m_spaces[static_cast<std::size_t>(space)].objects;
    return std::all_of(objects.begin() + 1, objects.end(), [&](const InspectedObject &object) {
        const Json *tree = body(object);
        const model::KindSpec *kind = tree ? m_session.catalogue().kindOf(object.scope, *tree) : nullptr;
        const model::PropertySpec *same = kind ? kind->field(property.key) : nullptr;
        return same && same->type == property.type;
    });
}

void InspectorModel::fillValues(FieldRow &row) const
{
    const auto &objects = m_spaces[static_cast<std::size_t>(row.space)].objects;
    bool first = true;
    for (const InspectedObject &object : objects) {
        const Json *tree = body(object);
        const Json *value = tree ? model::at(*tree, row.path) : nullptr;
        const std::optional<Json> present = value ? std::optional<Json>(*value) : std::nullopt;
        if (first)
            row.value = present;
        else if (present != row.value)
            row.mixed = true;
        first = false;
    }
    row.missing = row.required && !row.value;
    row.modified = row.value && !row.required && row.value != row.fallback;
    row.canReset = (row.modified || row.mixed) && !row.required && !row.isItem();
    fillForm(row);
    fillProblem(row);
    row.summary = summaryOf(row);
}

void InspectorModel::fillForm(FieldRow &row) const
{
    row.form = row.type;
    if (!row.type)
        return;
    const Json &shown = row.value ? *row.value : row.fallback ? *row.fallback : Json();
    while (row.form->type == ValueType::Union) {
        const model::VariantSpec *variant = row.value || row.fallback ? row.form->variantOf(shown) : nullptr;
        if (!variant && !row.value) { // not set: offered as its first form
            const auto it = std::ranges::find_if(row.form->variants, [](const auto &v) { return !v.legacy; });
            variant = it == row.form->variants.end() ? nullptr : &*it;
        }
        if (!row.variant)
            row.variant = variant;
        if (!variant)
            break;
        row.form = variant->type;
    }
    row.editor = row.form == row.type && row.property ? row.property->editor : row.form->editor;
    if (row.form->type == ValueType::Union)
        row.editor = model::Editor::RawText; // a value of no known form: kept, and editable as it is
    const bool closed = row.editor == model::Editor::Fixed || row.editor == model::Editor::RawText;
    row.hasChildren = holdsRows(*row.form) && !row.mixed && !closed;
    if (row.editor == model::Editor::Fixed)
        row.readOnly = true;
    if (const model::EnumValue *old = row.value ? row.form->enumValue(*row.value) : nullptr;
        old && !old->instead.empty() && row.badge.isEmpty()) {
        row.badge = Texts::tr("older spelling");
        row.badgeHelp = Texts::tr("Sigma now spells this “%1”.").arg(model::toQString(old->instead));
    }
}

void InspectorModel::fillProblem(FieldRow &row) const
{
    const auto take = [&](const model::Diagnostic &found, bool inside) {
        if (!row.problem.isEmpty() && !isWorse(found.severity, row.severity))
            return;
        row.problem = found.message;
        row.severity = found.severity;
        row.problemInside = inside;
    };
    if (const auto it = m_problems.constFind(problemKey(row.space, row.path)); it != m_problems.cend())
        take(**it, false);
    if (!row.hasChildren)
        return;
    const std::string inside = problemKey(row.space, row.path) + '/';
    for (auto it = m_problems.cbegin(); it != m_problems.cend(); ++it) {
        if (it.key().starts_with(inside))
            take(**it, true);
    }
}

QString InspectorModel::summaryOf(const FieldRow &row) const
{
    if (row.mixed)
        return Texts::tr("Mixed values");
    if (!row.form)
        return {};
    if (row.value && row.value->is_object() && row.form->type == ValueType::Object) {
        if (const QString names = referenceSummary(row); !names.isEmpty())
            return names;
    }
    return valueSummary(*row.form, row.value);
}

// The names behind the references of an object, or of a list in it: what a channel points to.
QString InspectorModel::referenceSummary(const FieldRow &row) const
{
    for (const model::PropertySpec &field : row.form->fields) {
        const Json *value = model::member(*row.value, field.key);
        const bool list = field.type->type == ValueType::List;
        const model::TypeSpec *target = list ? field.type->item : field.type;
        while (target && target->type == ValueType::Union && !target->variants.empty())
            target = target->variants.front().type;
        if (!value || !target || target->type != ValueType::Reference)
            continue;
        FieldRow probe;
        probe.space = row.space;
        probe.path = model::joinPointer(row.path, field.key) + (list ? "/0" : "");
        probe.form = target;
        QStringList names;
        const auto nameOf = [&](const Json &id) {
            const auto known = candidate(probe, id);
            return known ? known->label : QString();
        };
        for (const Json &each : list && value->is_array() ? *value : Json::array({*value})) {
            QString name = each.is_structured() ? QString() : scalarText(each);
            for (const Json &id :
                 each.is_object() ? each : Json::array({each})) { // an object around the id, or the id alone
                if (const QString label = nameOf(id); !label.isEmpty())
                    name = label;
            }
            names << (name.isEmpty() ? Texts::tr("1 item") : name);
        }
        return names.join(QStringLiteral(", "));
    }
    return {};
}

FieldRow InspectorModel::fieldRow(int space, const std::string &object, const model::PropertySpec &property) const
{
    FieldRow row;
    row.space = space;
    row.path = model::joinPointer(object, property.key);
    row.property = &property;
    row.type = property.type;
    row.label = property.label;
    row.help = property.help;
    row.fallback = property.defaultValue;
    row.required = property.required;
    row.readOnly = property.code == model::CodeSupport::ReadOnly || property.code == model::CodeSupport::No;
    const Badge badge = badgeOf(property);
    row.badge = badge.text;
    row.badgeHelp = badge.help;
    fillValues(row);
    return row;
}

FieldRow InspectorModel::unknownRow(int space, const std::string &object, const std::string &key) const
{
    FieldRow row;
    row.space = space;
    row.path = model::joinPointer(object, key);
    row.label = model::toQString(key);
    row.help = Texts::tr("The catalogue does not know this field. It is kept as it is.");
    row.badge = Texts::tr("unknown");
    row.badgeHelp = row.help;
    fillValues(row);
    return row;
}

void InspectorModel::addFields(std::vector<FieldRow> &rows, int space, const std::string &object,
                               const model::TypeSpec &type, const std::string &without) const
{
    const Json *tree = firstBody(space);
    if (!tree)
        return;
    for (const model::PropertySpec &property : type.fields) {
        if (property.key != without && m_session.catalogue().isVisible(property, *tree, object))
            rows.push_back(fieldRow(space, object, property));
    }
    const Json *holder = model::at(*tree, object);
    if (!holder || !holder->is_object())
        return;
    for (const auto &[key, value] : holder->get_ref<const Json::object_t &>()) {
        if (!type.field(key) && !value.is_null())
            rows.push_back(unknownRow(space, object, key));
    }
}

std::vector<FieldRow> InspectorModel::topRows(int space) const
{
    std::vector<FieldRow> rows;
    const Space &own = m_spaces[static_cast<std::size_t>(space)];
    static const model::TypeSpec none;
    addFields(rows, space, {}, own.kind ? *own.kind->type : none, {});
    std::erase_if(rows, [&](const FieldRow &row) {
        const bool listed = isWorkbook() && row.value && row.value->is_null(); // the lists have panels of their own
        return listed || (row.property && !isShared(*row.property, space)) || (!row.property && count() > 1) ||
               (isWorkbook() && row.editor == model::Editor::Fixed && !row.value);
    });
    return rows;
}

std::vector<FieldRow> InspectorModel::children(const FieldRow &row) const
{
    std::vector<FieldRow> rows;
    if (!row.hasChildren)
        return rows;
    switch (row.form->type) {
    case ValueType::Object:
        addFields(rows, row.space, row.path, *row.form,
                  row.variant && row.variant->byName && row.type->type == ValueType::Union ? row.type->discriminator
                                                                                           : std::string());
        break;
    case ValueType::List:
        for (int i = 0; row.value && row.value->is_array() && i < static_cast<int>(row.value->size()); ++i)
            rows.push_back(itemRow(row, i));
        break;
    case ValueType::Map:
        if (row.value && row.value->is_object()) {
            for (const auto &[key, value] : row.value->get_ref<const Json::object_t &>())
                rows.push_back(entryRow(row, key));
        }
        break;
    default:
        break;
    }
    return rows;
}

FieldRow InspectorModel::itemRow(const FieldRow &list, int index) const
{
    FieldRow row;
    row.space = list.space;
    row.path = model::joinPointer(list.path, static_cast<std::size_t>(index));
    row.type = list.form->item;
    row.list = list.path;
    row.index = index;
    row.count = static_cast<int>(list.value->size());
    row.help = row.type->help;
    row.required = true;
    row.readOnly = list.readOnly;
    fillValues(row);
    row.modified = false;
    row.label = itemLabel(row);
    return row;
}

FieldRow InspectorModel::entryRow(const FieldRow &map, const std::string &key) const
{
    FieldRow row;
    row.space = map.space;
    row.path = model::joinPointer(map.path, key);
    row.type = map.form->item;
    row.mapKey = key;
    row.label = model::toQString(key);
    row.readOnly = map.readOnly;
    if (map.form->mapKey && map.form->mapKey->type == ValueType::Reference) {
        for (const model::ReferenceCandidate &candidate : keyCandidates(map)) {
            if (candidate.value == Json(key))
                row.label = candidate.label;
        }
    }
    fillValues(row);
    row.modified = false;
    row.canReset = false;
    return row;
}

QString InspectorModel::itemLabel(const FieldRow &item) const
{
    if (!item.value || !item.form)
        return {};
    if (!item.hasChildren)
        return Texts::tr("%1").arg(item.index + 1);
    if (item.value->is_object()) {
        if (const std::string name = model::Object({}, *item.value).name(); !name.empty())
            return model::toQString(name);
    }
    if (item.variant && item.type && item.type->type == ValueType::Union)
        return QString::number(item.index + 1); // the field beside it says which form
    for (const model::PropertySpec &field : item.form->fields) {
        const Json *value = model::member(*item.value, field.key);
        if (!value || field.editor == model::Editor::Fixed)
            continue;
        if (field.type->type == ValueType::Reference) {
            const FieldRow inner = fieldRow(item.space, item.path, field);
            if (const auto known = candidate(inner, *value))
                return known->label;
        }
        if (value->is_string() && !model::isIdField(field))
            return model::toQString(model::stringOf(*value));
    }
    return item.form->label.isEmpty() ? Texts::tr("Item %1").arg(item.index + 1)
                                      : Texts::tr("%1 %2").arg(item.form->label).arg(item.index + 1);
}

} // namespace tessera::designer
