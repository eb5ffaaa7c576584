// SPDX-License-Identifier: GPL-3.0-or-later
// What an edit in a row does to the document: one transaction each.
#include <algorithm>

#include <QCoreApplication>

#include "designer/inspector/inspector_model.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/edit/property_edit.h"
#include "model/names/rename.h"
#include "model/schema/new_body.h"

namespace tessera::designer {

using model::Json;
using model::ValueType;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::Inspector)
};

} // namespace

bool InspectorModel::commit(const QString &label, const FieldRow &row,
                            const std::function<std::vector<model::Change>(const InspectedObject &)> &changesFor,
                            bool merges)
{
    const auto &objects = m_spaces[static_cast<std::size_t>(row.space)].objects;
    std::vector<model::Change> changes;
    for (const InspectedObject &object : objects) {
        const std::vector<model::Change> more = changesFor(object);
        changes.insert(changes.end(), more.begin(), more.end());
    }
    if (changes.empty())
        return true;
    return m_session.commit(label, std::move(changes), merges ? gestureOf(row) : std::string());
}

// A text may be a name that formulas use; then they all follow in the same transaction.
bool InspectorModel::setText(const FieldRow &row, const std::string &text, const QString &label)
{
    const InspectedObject &object = m_spaces[static_cast<std::size_t>(row.space)].objects.front();
    auto renamed = model::makeRename(m_session.workbook(), object.scope, object.key, row.path, text);
    if (!renamed)
        return m_session.commit(std::move(renamed));
    if (renamed->changes.empty())
        return true;
    if (renamed->label.isEmpty())
        renamed->label = label;
    if (renamed->changes.size() == 1)
        renamed->gesture = gestureOf(row);
    return m_session.commit(std::move(*renamed));
}

std::string InspectorModel::gestureOf(const FieldRow &row) const
{
    const InspectedObject &object = m_spaces[static_cast<std::size_t>(row.space)].objects.front();
    return "field/" + std::to_string(static_cast<int>(object.scope)) + '/' + object.key + row.path;
}

// The outermost row above this one that is not there yet and comes in forms: what is set inside it needs the word that
// tells its form too ("by", "kind").
std::optional<FieldRow> InspectorModel::missingHolder(const FieldRow &row) const
{
    for (std::size_t slash = row.path.find('/', 1); slash != std::string::npos; slash = row.path.find('/', slash + 1)) {
        auto above = rowAt(row.space, row.path.substr(0, slash));
        if (above && !above->value && above->variant && above->variant->byName)
            return above;
    }
    return std::nullopt;
}

Json InspectorModel::holderWith(const FieldRow &holder, const FieldRow &row, const Json &value) const
{
    Json fresh = model::newValue(*holder.variant->type);
    if (!fresh.is_object())
        fresh = Json::object();
    if (!holder.type->discriminator.empty())
        fresh[holder.type->discriminator] = holder.variant->name;
    const std::string inside = row.path.substr(holder.path.size());
    if (const std::string parent = model::parentPointer(inside); !parent.empty() && !model::at(fresh, parent))
        model::assign(fresh, parent, Json::object());
    model::assign(fresh, inside, value);
    return fresh;
}

bool InspectorModel::setValue(const FieldRow &row, const std::optional<Json> &value)
{
    const QString label = value ? Texts::tr("Change %1").arg(row.label) : Texts::tr("Reset %1").arg(row.label);
    if (value && value->is_string() && count() == 1 && !missingHolder(row))
        return setText(row, model::stringOf(*value), label);
    if (value && count() == 1) {
        if (const auto holder = missingHolder(row))
            return setValue(*holder, holderWith(*holder, row, *value));
    }
    return commit(
        label, row,
        [&](const InspectedObject &object) {
            std::string path = row.path;
            const Json *tree = body(object);
            // A reset that would leave an empty shell takes the shell away too.
            while (!value && tree && !row.isEntry()) {
                const std::string parent = model::parentPointer(path);
                const Json *holder = parent.empty() ? nullptr : model::at(*tree, parent);
                const auto place = m_session.catalogue().locate(object.scope, *tree, parent);
                const bool optional = place.known && place.property && !place.property->required &&
                                      model::lastToken(parent) == place.property->key;
                if (!holder || !holder->is_object() || holder->size() != 1 || !optional || !model::at(*tree, path))
                    break;
                path = parent;
            }
            return model::setProperty(m_session.workbook(), object.scope, object.key, path, value);
        },
        value.has_value());
}

bool InspectorModel::addItem(const FieldRow &list, const std::optional<Json> &item)
{
    const QString noun = list.form && list.form->item && !list.form->item->label.isEmpty()
                             ? list.form->item->label.toLower()
                             : list.label.toLower();
    return commit(Texts::tr("Add %1").arg(noun), list, [&](const InspectedObject &object) {
        const Json *tree = body(object);
        const Json fresh =
            item   ? *item
            : tree ? model::newItem(m_session.catalogue(), m_session.workbook(), object.scope, *tree, list.path)
                   : Json();
        return model::insertItem(m_session.workbook(), object.scope, object.key, list.path, -1, fresh);
    });
}

bool InspectorModel::removeItem(const FieldRow &item)
{
    return commit(Texts::tr("Remove %1").arg(item.label), item, [&](const InspectedObject &object) {
        return model::setProperty(m_session.workbook(), object.scope, object.key, item.path, std::nullopt);
    });
}

bool InspectorModel::moveItem(const FieldRow &item, int to)
{
    return commit(Texts::tr("Move %1").arg(item.label), item, [&](const InspectedObject &object) {
        return model::moveItem(m_session.workbook(), object.scope, object.key, item.list, item.index, to);
    });
}

bool InspectorModel::addEntry(const FieldRow &map, const std::string &key)
{
    if (key.empty() || !map.form->item)
        return false;
    return commit(Texts::tr("Add %1").arg(model::toQString(key)), map, [&](const InspectedObject &object) {
        return model::setProperty(m_session.workbook(), object.scope, object.key, model::joinPointer(map.path, key),
                                  model::newValue(*map.form->item));
    });
}

bool InspectorModel::setVariant(const FieldRow &row, const model::VariantSpec &variant)
{
    Json value = model::newValue(*variant.type);
    if (variant.byName && value.is_object() && !row.type->discriminator.empty())
        value[row.type->discriminator] = variant.name;
    // What both forms have stays: words of a title, the column of a pointer.
    if (row.value && row.value->is_object() && value.is_object()) {
        for (const auto &[key, present] : row.value->get_ref<const Json::object_t &>()) {
            if (key != row.type->discriminator && variant.type->field(key) &&
                variant.type->field(key)->type->accepts(present))
                value[key] = present;
        }
    } else if (row.value && row.value->is_string() && value.is_object()) {
        for (const model::PropertySpec &field : variant.type->fields) {
            if (field.type->type == ValueType::Text && field.type->accepts(*row.value)) {
                value[field.key] = *row.value;
                break;
            }
        }
    } else if (row.value && row.value->is_object() && value.is_string()) {
        if (const std::string words = model::Object({}, Json{{"name", *row.value}}).name(); !words.empty())
            value = words;
    }
    return setValue(row, value);
}

} // namespace tessera::designer
