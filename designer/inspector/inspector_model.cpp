// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/inspector_model.h"

#include <algorithm>

#include <QCoreApplication>

#include "designer/inspector/field_words.h"
#include "model/base/json_text.h"
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

std::string problemKey(int space, std::string_view path)
{
    return std::to_string(space) + std::string(path);
}

bool isWorse(model::Severity a, model::Severity b)
{
    return static_cast<int>(a) < static_cast<int>(b); // errors come first
}

bool holdsRows(const model::TypeSpec &type)
{
    return type.type == ValueType::Object || type.type == ValueType::List || type.type == ValueType::Map;
}

} // namespace

const Json *InspectorModel::body(const InspectedObject &object) const
{
    return model::propertyTree(m_session.workbook(), object.scope, object.key);
}

void InspectorModel::follow()
{
    m_spaces.clear();
    const model::Catalogue &catalogue = m_session.catalogue();
    Space selected;
    bool mixedKinds = false;
    for (const Selected &item : m_session.selection().items()) {
        const InspectedObject object{item.scope, item.key};
        const Json *tree = body(object);
        if (!tree)
            continue;
        const model::KindSpec *kind = catalogue.kindOf(item.scope, *tree);
        mixedKinds |= !selected.objects.empty() && kind != selected.kind;
        if (selected.objects.empty())
            selected.kind = kind;
        selected.objects.push_back(object);
    }
    if (!selected.objects.empty()) {
        m_spaces.push_back(std::move(selected));
    } else {
        for (const model::Scope scope : {model::Scope::Meta, model::Scope::Contents})
            m_spaces.push_back({catalogue.kindOf(scope, *model::propertyTree(m_session.workbook(), scope, {})), {{scope, {}}}});
    }
    readProblems();
}

void InspectorModel::readProblems()
{
    m_problems.clear();
    for (const model::Diagnostic &found : m_session.diagnostics()) {
        for (std::size_t space = 0; space < m_spaces.size(); ++space) {
            const InspectedObject object{found.target.scope, found.target.key};
            if (std::ranges::find(m_spaces[space].objects, object) == m_spaces[space].objects.end())
                continue;
            const model::Diagnostic *&known = m_problems[problemKey(static_cast<int>(space), found.target.path)];
            if (!known || isWorse(found.severity, known->severity))
                known = &found;
        }
    }
}

FormulaDesk &InspectorModel::formulas() const
{
    return m_session.formulas();
}

model::Target InspectorModel::placeOf(const FieldRow &row) const
{
    model::Target place;
    const auto space = static_cast<std::size_t>(row.space);
    if (space < m_spaces.size() && !m_spaces[space].objects.empty()) {
        place.scope = m_spaces[space].objects.front().scope;
        place.key = m_spaces[space].objects.front().key;
    }
    place.path = row.path;
    return place;
}

int InspectorModel::count() const
{
    return isWorkbook() ? 1 : static_cast<int>(m_spaces.front().objects.size());
}

QString InspectorModel::title() const
{
    if (isWorkbook())
        return model::toQString(m_session.workbook().name());
    if (count() > 1)
        return Texts::tr("%1 selected").arg(count());
    const InspectedObject &object = m_spaces.front().objects.front();
    const auto collection = model::collectionOf(object.scope);
    const model::Object *found = collection ? m_session.workbook().list(*collection).find(object.key) : nullptr;
    if (!found)
        return {};
    const QString name = model::toQString(found->name()).trimmed();
    return name.isEmpty() ? model::toQString(found->id()) : name;
}

QString InspectorModel::kindLabel() const
{
    const model::KindSpec *kind = m_spaces.front().kind;
    return kind ? kind->label : Texts::tr("Unknown kind: every field is kept as it is");
}

QString InspectorModel::iconName() const
{
    const model::KindSpec *kind = m_spaces.front().kind;
    return kind && !kind->icon.isEmpty() ? kind->icon : QStringLiteral("box");
}

model::HelpPlace InspectorModel::helpPlace(const FieldRow &row) const
{
    const Json *body = firstBody(row.space);
    const model::Scope scope = m_spaces[static_cast<std::size_t>(row.space)].objects.front().scope;
    return body ? model::helpPlaceOf(m_session.catalogue(), scope, *body, row.path) : model::HelpPlace();
}

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
    if (const model::EnumValue *old = row.value ? row.form->enumValue(*row.value) : nullptr; old && !old->instead.empty() && row.badge.isEmpty()) {
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
        const auto known = candidates(probe);
        QStringList names;
        for (const Json &each : list && value->is_array() ? *value : Json::array({*value})) {
            const auto it = std::ranges::find_if(known, [&](const auto &candidate) { return candidate.value == each; });
            names << (it == known.end() ? scalarText(each) : it->label);
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

void InspectorModel::addFields(std::vector<FieldRow> &rows, int space, const std::string &object, const model::TypeSpec &type,
                               const std::string &without) const
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
        return listed || (row.property && !isShared(*row.property, space)) || (!row.property && count() > 1)
            || (isWorkbook() && row.editor == model::Editor::Fixed && !row.value);
    });
    return rows;
}

QList<model::InspectorTab> InspectorModel::tabs() const
{
    QList<model::InspectorTab> out;
    for (const auto tab : {model::InspectorTab::Data, model::InspectorTab::Format, model::InspectorTab::Filters, model::InspectorTab::Actions}) {
        if (!groups(tab).empty())
            out << tab;
    }
    return out;
}

std::vector<InspectorModel::Group> InspectorModel::groups(model::InspectorTab tab) const
{
    static const model::GroupSpec other{"other", Texts::tr("Other"), Texts::tr("Fields the catalogue does not know."),
                                        model::InspectorTab::Data, false};
    std::vector<FieldRow> rows;
    for (int space = 0; space < static_cast<int>(m_spaces.size()); ++space)
        std::ranges::move(topRows(space), std::back_inserter(rows));
    std::vector<Group> out;
    const auto collect = [&](const model::GroupSpec &spec) {
        Group group{&spec, {}};
        for (FieldRow &row : rows) {
            if (row.property ? row.property->group == spec.id : spec.id == other.id)
                group.rows.push_back(std::move(row));
        }
        if (!group.rows.empty())
            out.push_back(std::move(group));
    };
    for (const model::GroupSpec &spec : m_session.catalogue().groups()) {
        if (!spec.palette && spec.tab == tab)
            collect(spec);
    }
    if (tab == other.tab)
        collect(other);
    return out;
}

std::vector<FieldRow> InspectorModel::search(const QString &text) const
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    std::vector<FieldRow> out;
    for (int space = 0; space < static_cast<int>(m_spaces.size()); ++space) {
        for (FieldRow &row : topRows(space)) {
            QString haystack = row.label + u' ' + row.help + u' ' + model::toQString(model::lastToken(row.path));
            if (row.form) // words of the fields inside find the row that holds them
                for (const model::PropertySpec &inner : row.form->fields)
                    haystack += u' ' + inner.label;
            if (std::ranges::all_of(words, [&](const QString &word) { return haystack.contains(word, Qt::CaseInsensitive); }))
                out.push_back(std::move(row));
        }
    }
    return out;
}

std::vector<FieldRow> InspectorModel::children(const FieldRow &row) const
{
    std::vector<FieldRow> rows;
    if (!row.hasChildren)
        return rows;
    switch (row.form->type) {
    case ValueType::Object:
        addFields(rows, row.space, row.path, *row.form, row.variant && row.variant->byName && row.type->type == ValueType::Union ? row.type->discriminator : std::string());
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
            for (const model::ReferenceCandidate &candidate : candidates(inner)) {
                if (candidate.value == *value)
                    return candidate.label;
            }
        }
        if (value->is_string() && !model::isIdField(field))
            return model::toQString(model::stringOf(*value));
    }
    return item.form->label.isEmpty() ? Texts::tr("Item %1").arg(item.index + 1)
                                      : Texts::tr("%1 %2").arg(item.form->label).arg(item.index + 1);
}

std::optional<FieldRow> InspectorModel::rowAt(int space, const std::string &path) const
{
    // Down from the top, so that every row is made as the view makes it.
    std::vector<FieldRow> rows = topRows(space);
    while (true) {
        const auto next = std::ranges::find_if(rows, [&](const FieldRow &row) {
            return path == row.path || path.starts_with(row.path + '/');
        });
        if (next == rows.end())
            return std::nullopt;
        if (next->path == path)
            return *next;
        rows = children(FieldRow(*next));
    }
}

std::optional<std::pair<FieldRow, model::InspectorTab>> InspectorModel::topRow(const std::string &path) const
{
    for (int space = 0; space < static_cast<int>(m_spaces.size()); ++space) {
        for (const FieldRow &row : topRows(space)) {
            if (path != row.path && !path.starts_with(row.path + '/'))
                continue;
            const model::GroupSpec *group = row.property ? m_session.catalogue().group(row.property->group) : nullptr;
            return std::pair(row, group ? group->tab : model::InspectorTab::Data);
        }
    }
    return std::nullopt;
}

std::vector<model::ReferenceCandidate> InspectorModel::candidates(const FieldRow &row) const
{
    if (!row.form || row.form->type != ValueType::Reference)
        return {};
    const InspectedObject &object = m_spaces[static_cast<std::size_t>(row.space)].objects.front();
    return model::referenceCandidates(m_session.workbook(), m_session.catalogue(), row.form->reference, {object.scope, object.key, row.path});
}

std::vector<model::ReferenceCandidate> InspectorModel::keyCandidates(const FieldRow &map) const
{
    const model::TypeSpec *key = map.form ? map.form->mapKey : nullptr;
    if (!key || key->type != ValueType::Reference)
        return {};
    const InspectedObject &object = m_spaces[static_cast<std::size_t>(map.space)].objects.front();
    return model::referenceCandidates(m_session.workbook(), m_session.catalogue(), key->reference, {object.scope, object.key, map.path});
}

bool InspectorModel::commit(const QString &label, const FieldRow &row,
                            const std::function<std::vector<model::Change>(const InspectedObject &)> &changesFor, bool merges)
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

bool InspectorModel::setValue(const FieldRow &row, const std::optional<Json> &value)
{
    const QString label = value ? Texts::tr("Change %1").arg(row.label) : Texts::tr("Reset %1").arg(row.label);
    if (value && value->is_string() && count() == 1)
        return setText(row, model::stringOf(*value), label);
    return commit(label, row, [&](const InspectedObject &object) {
        std::string path = row.path;
        const Json *tree = body(object);
        // A reset that would leave an empty shell takes the shell away too.
        while (!value && tree && !row.isEntry()) {
            const std::string parent = model::parentPointer(path);
            const Json *holder = parent.empty() ? nullptr : model::at(*tree, parent);
            const auto place = m_session.catalogue().locate(object.scope, *tree, parent);
            const bool optional = place.known && place.property && !place.property->required && model::lastToken(parent) == place.property->key;
            if (!holder || !holder->is_object() || holder->size() != 1 || !optional || !model::at(*tree, path))
                break;
            path = parent;
        }
        return model::setProperty(m_session.workbook(), object.scope, object.key, path, value);
    }, value.has_value());
}

bool InspectorModel::addItem(const FieldRow &list, const std::optional<Json> &item)
{
    const QString noun = list.form && list.form->item && !list.form->item->label.isEmpty() ? list.form->item->label.toLower() : list.label.toLower();
    return commit(Texts::tr("Add %1").arg(noun), list, [&](const InspectedObject &object) {
        const Json *tree = body(object);
        const Json fresh = item ? *item : tree ? model::newItem(m_session.catalogue(), m_session.workbook(), object.scope, *tree, list.path) : Json();
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
        return model::setProperty(m_session.workbook(), object.scope, object.key, model::joinPointer(map.path, key), model::newValue(*map.form->item));
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
            if (key != row.type->discriminator && variant.type->field(key) && variant.type->field(key)->type->accepts(present))
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
