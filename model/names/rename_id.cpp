// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/edit/property_edit.h"
#include "model/formula/template_scanner.h"
#include "model/names/id_sites.h"
#include "model/names/json_read.h"
#include "model/names/rename.h"
#include "model/names/text_edit.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::RenameId)
};

// Which references follow: those of this kind, and for columns and groupings those of this element.
struct Wanted
{
    IdKind kind = IdKind::Element;
    std::string elementId; // Column, Grouping, Field: the element that has it
    Key elementKey;
    std::string oldId;
    std::string newId;
};

bool concerns(const IdSite &site, const Wanted &target, const Key &host)
{
    if (site.kind != target.kind || site.id != target.oldId)
        return false;
    if (target.kind == IdKind::Column || target.kind == IdKind::Grouping)
        return site.owner.empty() ? host == target.elementKey : site.owner == target.elementId;
    return target.kind != IdKind::Field || host == target.elementKey;
}

void rewrite(Scope scope, const Key &key, const Json &body, std::string_view kind, const Wanted &target,
             std::vector<Change> &changes)
{
    std::vector<std::string> mapKeys;
    Json after; // the body with the edits so far; made only when there are any
    visitIdSites(body, kind, [&](const IdSite &site) {
        if (!concerns(site, target, key))
            return;
        if (after.is_null())
            after = body;
        if (site.mapKey) {
            mapKeys.push_back(site.path);
            return;
        }
        changes.push_back(SetProperty{scope, key, site.path, Json(target.oldId), Json(target.newId)});
        assign(after, site.path, Json(target.newId));
    });
    // Members get another name at their old place, last, because the paths above lead through the old names.
    for (const std::string &path : mapKeys) {
        const Json value = *at(after, path);
        const int position = positionOf(after, path);
        const std::string renamed = joinPointer(parentPointer(path), target.newId);
        changes.push_back(SetProperty{scope, key, path, value, std::nullopt, position});
        changes.push_back(SetProperty{scope, key, renamed, std::nullopt, value, position});
        assign(after, path, std::nullopt);
        assign(after, renamed, value, position);
    }
}

// @dataSource("id") in the instructions of agents.
void rewriteMentions(const Workbook &workbook, const Wanted &target, std::vector<Change> &changes)
{
    visitTextSites(workbook.contents, {}, [&](const TextSite &site) {
        if (site.language != TextLanguage::Instructions)
            return;
        std::vector<TextEdit> edits;
        for (const AgentMention &mention : scanMentions(site.text)) {
            if (mention.kind == MentionKind::DataSource && mention.id.in(site.text) == target.oldId)
                edits.push_back({mention.id, target.newId});
        }
        if (!edits.empty())
            changes.push_back(SetProperty{
                Scope::Contents, {}, site.path, Json(std::string(site.text)), Json(edited(site.text, edits))});
    });
}

void rewriteLayout(const Workbook &workbook, const Wanted &target, bool block, std::vector<Change> &changes)
{
    workbook.layout.visit(rootNode, [&](NodeId id, const LayoutNode &node) {
        if (node.isBlock() != block || node.ref != target.oldId || node.kind == NodeKind::Tab)
            return;
        LayoutNode after = node;
        after.ref = target.newId;
        changes.push_back(SetNode{id, node, after});
    });
}

bool listHas(const Json &list, std::string_view key, const std::string &id)
{
    for (const Json &item : asList(list)) {
        if (textAt(item, key) == id)
            return true;
    }
    return false;
}

Unexpected taken(const std::string &id)
{
    return fail(ErrorCode::Conflict, Texts::tr("The id “%1” is taken.").arg(toQString(id)),
                Texts::tr("Choose another one."));
}

// What "/id", "/columns/3/id" … of an object is; nothing for paths without references.
std::optional<IdKind> kindOf(Scope scope, const std::string &path)
{
    if (path == "/id")
        return scope == Scope::Element ? IdKind::Element : IdKind::Block;
    if (scope != Scope::Element)
        return std::nullopt;
    if (path.starts_with("/columns/") && path.ends_with("/id"))
        return IdKind::Column;
    if (path.starts_with("/groupings/") && path.ends_with("/id"))
        return IdKind::Grouping;
    if (path.starts_with("/fields/") && path.ends_with("/fieldId"))
        return IdKind::Field;
    return std::nullopt;
}

} // namespace

Result<Transaction> makeRenameId(const Workbook &workbook, Scope scope, const Key &key, const std::string &path,
                                 const std::string &newId)
{
    const Json *body = propertyTree(workbook, scope, key);
    const auto collection = collectionOf(scope);
    if (!body || !collection)
        return fail(ErrorCode::NotFound, Texts::tr("“%1” no longer exists.").arg(toQString(key)));
    if (newId.empty())
        return fail(ErrorCode::Invalid, Texts::tr("An id cannot be empty."));
    const Json *present = at(*body, path);
    const std::string oldId = present ? stringOf(*present) : std::string();
    const auto kind = kindOf(scope, path);
    if (kind == IdKind::Element ? workbook.elements.findById(newId) != nullptr && newId != oldId
        : kind == IdKind::Block
            ? workbook.findBlock(newId) != nullptr && newId != oldId
            : newId != oldId && listHas(*at(*body, parentPointer(parentPointer(path))), lastToken(path), newId))
        return taken(newId);
    Transaction transaction;
    transaction.label = Texts::tr("Change id to “%1”").arg(toQString(newId));
    transaction.changes = setProperty(workbook, scope, key, path, Json(newId));
    const Object *first = kind == IdKind::Element ? workbook.elements.findById(oldId)
                          : kind == IdKind::Block ? workbook.findBlock(oldId)
                                                  : nullptr;
    const bool shadowed = (kind == IdKind::Element || kind == IdKind::Block) && first && first->key() != key;
    if (!kind || oldId.empty() || oldId == newId || shadowed)
        return transaction; // references mean the first of several equal ids
    const Wanted target{*kind, workbook.list(*collection).find(key)->id(), key, oldId, newId};
    for (const Object &element : workbook.elements)
        rewrite(Scope::Element, element.key(), element.body(), element.kind(), target, transaction.changes);
    for (const Collection other : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
        for (const Object &object : workbook.list(other))
            rewrite(scopeOf(other), object.key(), object.body(), {}, target, transaction.changes);
    }
    rewrite(Scope::Contents, {}, workbook.contents, {}, target, transaction.changes);
    if (*kind == IdKind::Element)
        rewriteMentions(workbook, target, transaction.changes);
    if (*kind == IdKind::Element || *kind == IdKind::Block)
        rewriteLayout(workbook, target, *kind == IdKind::Block, transaction.changes);
    return transaction;
}

} // namespace tessera::model
