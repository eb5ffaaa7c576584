// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/table_edit.h"

#include <set>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/edit/edit_rules.h"
#include "model/edit/insert_edit.h"
#include "model/edit/property_edit.h"
#include "model/names/text_edit.h"
#include "model/schema/element_parts.h"
#include "model/schema/new_body.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/element_view.h"
#include "model/workbook/views/source_view.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::TableEdit)
};

Unexpected gone()
{
    return fail(ErrorCode::NotFound, Texts::tr("This element is not there any more."));
}

// Whether an element takes rows from the one with this id, directly or through others.
bool reads(const Workbook &workbook, const Object &element, const std::string &id, std::set<std::string> &seen)
{
    if (element.id() == id)
        return true;
    if (!seen.insert(element.id()).second)
        return false;
    const auto source = sourceOf(element);
    for (const std::string &next : source ? sourceElements(*source) : std::vector<std::string>()) {
        const Object *other = workbook.elements.findById(next);
        if (other && reads(workbook, *other, id, seen))
            return true;
    }
    return false;
}

// The text with the columns of `before` taken from `after`.
std::string withPrefix(const TextSite &site, const std::string &before, const std::string &after)
{
    std::vector<TextEdit> edits;
    for (const TextReference &found : referencesIn(site.text, site.language)) {
        if (found.reference.hasPrefix && foldName(found.reference.prefix) == foldName(before))
            edits.push_back({found.reference.prefixBytes, escapeName(after)});
    }
    return edited(site.text, edits);
}

std::vector<Change> renamedPrefixes(const Workbook &workbook, const Object &element, const std::string &before,
                                    const std::string &after)
{
    std::vector<Change> changes;
    visitTextSites(element.body(), element.kind(), [&](const TextSite &site) {
        if (site.language != TextLanguage::Formula && site.language != TextLanguage::Template)
            return;
        const std::string text = withPrefix(site, before, after);
        for (Change &change : setProperty(workbook, Scope::Element, element.key(), site.path, Json(text)))
            changes.push_back(std::move(change));
    });
    return changes;
}

// An element without columns begins anew, as if it had been dropped on the table.
std::vector<Change> freshChannels(const Workbook &workbook, const Catalogue &catalogue, const Object &element,
                                  const Object &table)
{
    NewBodyOptions options;
    options.id = element.id();
    options.name = element.name();
    options.sourceElementId = table.id();
    const Json fresh = newBody(catalogue, workbook, element.kind(), options);
    std::vector<Change> changes;
    for (const auto &[key, value] : fresh.items()) {
        const bool own = element.body().contains(key) && !value.is_array() && !value.is_object();
        if (own)
            continue;
        for (Change &change : setProperty(workbook, Scope::Element, element.key(), '/' + key, value))
            changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace

Result<Transaction> makeInsertImported(const Workbook &workbook, const Catalogue &catalogue, const ImportedTable &table,
                                       NodeId parent)
{
    auto insert = makeInsertBody(workbook, catalogue, importedTableBody(workbook, table), parent);
    if (insert)
        insert->label = Texts::tr("Import “%1”").arg(toQString(table.title));
    return insert;
}

Result<AddedColumn> makeAddColumn(const Workbook &workbook, const Catalogue &catalogue, const Key &key)
{
    const Object *element = workbook.element(key);
    if (!element)
        return gone();
    const KindSpec *kind = catalogue.kindOf(Scope::Element, element->body());
    if (!kind || !kind->field(columnListPath().substr(1)))
        return fail(ErrorCode::Invalid, Texts::tr("%1 has no columns.").arg(elementName(*element)));
    AddedColumn added;
    const int index = static_cast<int>(columnsOf(*element).size());
    added.path = columnFormulaPath(index);
    added.transaction.label = Texts::tr("Add a column to “%1”").arg(elementName(*element));
    added.transaction.changes = insertItem(workbook, Scope::Element, key, columnListPath(), -1,
                                           newColumn(element->body(), toUtf8(Texts::tr("Calculation"))));
    return added;
}

Result<Transaction> makeFilterControl(const Workbook &workbook, const Catalogue &catalogue, const Key &key,
                                      const std::string &columnId, NodeId parent)
{
    const Object *table = workbook.element(key);
    const auto column = table ? columnOf(*table, columnId) : std::nullopt;
    if (!column)
        return gone();
    auto insert = makeInsertBody(workbook, catalogue, filterControlBody(catalogue, workbook, *table, columnId), parent);
    if (insert)
        insert->label = Texts::tr("Filter “%1” with a control").arg(toQString(columnName(*column)));
    return insert;
}

Result<Transaction> makeReadFrom(const Workbook &workbook, const Catalogue &catalogue, const Key &key,
                                 const Key &tableKey)
{
    const Object *element = workbook.element(key);
    const Object *table = workbook.element(tableKey);
    if (!element || !table)
        return gone();
    const KindSpec *kind = catalogue.kindOf(Scope::Element, element->body());
    if (!kind || !readsRows(*kind) || isControl(*element))
        return fail(ErrorCode::Invalid, Texts::tr("%1 reads no table.").arg(elementName(*element)));
    std::set<std::string> seen;
    if (reads(workbook, *table, element->id(), seen))
        return fail(ErrorCode::Invalid,
                    Texts::tr("%1 reads %2 itself.").arg(elementName(*table), elementName(*element)));
    Transaction transaction;
    transaction.label = Texts::tr("Let “%1” read “%2”").arg(elementName(*element), elementName(*table));
    const auto source = sourceOf(*element);
    if (columnsOf(*element).empty()) {
        transaction.changes = freshChannels(workbook, catalogue, *element, *table);
        return transaction;
    }
    transaction.changes = setProperty(workbook, Scope::Element, key, sourcePath(), elementSource(table->id()));
    const std::string before = source ? sourcePrefix(workbook, *source) : std::string();
    if (!before.empty()) {
        std::vector<Change> texts = renamedPrefixes(workbook, *element, before, table->name());
        transaction.changes.insert(transaction.changes.end(), texts.begin(), texts.end());
    }
    return transaction;
}

QList<Key> readableTables(const Workbook &workbook, const Key &key)
{
    const Object *element = workbook.element(key);
    QList<Key> tables;
    for (const Object &table : workbook.elements) {
        std::set<std::string> seen;
        if (isTableKind(table.kind()) && (!element || !reads(workbook, table, element->id(), seen)))
            tables.append(table.key());
    }
    return tables;
}

} // namespace tessera::model
