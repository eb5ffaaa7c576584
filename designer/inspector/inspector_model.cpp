// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/inspector_model.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/edit/property_edit.h"

namespace tessera::designer {

using model::Json;
using model::ValueType;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::Inspector)
};

} // namespace

std::string InspectorModel::problemKey(int space, std::string_view path)
{
    return std::to_string(space) + std::string(path);
}

bool InspectorModel::isWorse(model::Severity a, model::Severity b)
{
    return static_cast<int>(a) < static_cast<int>(b); // errors come first
}

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
            m_spaces.push_back(
                {catalogue.kindOf(scope, *model::propertyTree(m_session.workbook(), scope, {})), {{scope, {}}}});
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

QList<model::InspectorTab> InspectorModel::tabs() const
{
    QList<model::InspectorTab> out;
    for (const auto tab : {model::InspectorTab::Data, model::InspectorTab::Format, model::InspectorTab::Filters,
                           model::InspectorTab::Actions}) {
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
            if (std::ranges::all_of(words,
                                    [&](const QString &word) { return haystack.contains(word, Qt::CaseInsensitive); }))
                out.push_back(std::move(row));
        }
    }
    return out;
}

std::optional<FieldRow> InspectorModel::rowAt(int space, const std::string &path) const
{
    // Down from the top, so that every row is made as the view makes it.
    std::vector<FieldRow> rows = topRows(space);
    while (true) {
        const auto next = std::ranges::find_if(
            rows, [&](const FieldRow &row) { return path == row.path || path.starts_with(row.path + '/'); });
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
    return model::referenceCandidates(m_session.workbook(), m_session.catalogue(), row.form->reference,
                                      {object.scope, object.key, row.path});
}

std::optional<model::ReferenceCandidate> InspectorModel::candidate(const FieldRow &row, const Json &value) const
{
    if (!row.form || row.form->type != ValueType::Reference)
        return std::nullopt;
    const InspectedObject &object = m_spaces[static_cast<std::size_t>(row.space)].objects.front();
    return model::findReference(m_session.workbook(), m_session.catalogue(), row.form->reference,
                                {object.scope, object.key, row.path}, value);
}

std::vector<model::ReferenceCandidate> InspectorModel::keyCandidates(const FieldRow &map) const
{
    const model::TypeSpec *key = map.form ? map.form->mapKey : nullptr;
    if (!key || key->type != ValueType::Reference)
        return {};
    const InspectedObject &object = m_spaces[static_cast<std::size_t>(map.space)].objects.front();
    return model::referenceCandidates(m_session.workbook(), m_session.catalogue(), key->reference,
                                      {object.scope, object.key, map.path});
}

} // namespace tessera::designer
