// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/change_json.h"

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/workbook/workbook_snapshot.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ChangeJson)
};

constexpr const char *scopeNames[] = {"meta", "contents", "extras", "element", "page", "overlay", "panel"};

Unexpected damaged(const std::string &what)
{
    Error error{ErrorCode::Invalid, Texts::tr("A stored change cannot be read.")};
    error.detail = toQString(what);
    return Unexpected(std::move(error));
}

Json toJson(const NodePlace &place)
{
    Json json = {{"parent", place.parent}, {"index", place.index}};
    if (place.rect)
        json["rect"] = {place.rect->x, place.rect->y, place.rect->w, place.rect->h};
    return json;
}

NodePlace placeFromJson(const Json &json)
{
    NodePlace place{json.at("parent").get<NodeId>(), json.at("index").get<int>(), {}};
    if (const Json *rect = member(json, "rect"))
        place.rect = GridRect{rect->at(0), rect->at(1), rect->at(2), rect->at(3)};
    return place;
}

Json objectJson(const char *op, Collection in, int index, const Key &key, const Json &body)
{
    return {{"op", op}, {"in", wireKey(in)}, {"index", index}, {"key", key}, {"body", body}};
}

void putOptional(Json &json, const char *name, const std::optional<Json> &value)
{
    if (value)
        json[name] = *value;
}

std::optional<Json> takeOptional(const Json &json, const char *name)
{
    const Json *value = member(json, name);
    return value ? std::optional(*value) : std::nullopt;
}

struct Writer
{
    Json operator()(const InsertObject &c) const { return objectJson("insert", c.in, c.index, c.key, c.body); }
    Json operator()(const RemoveObject &c) const { return objectJson("remove", c.in, c.index, c.key, c.body); }
    Json operator()(const MoveObject &c) const
    {
        return {{"op", "move"}, {"in", wireKey(c.in)}, {"key", c.key}, {"from", c.from}, {"to", c.to}};
    }
    Json operator()(const SetProperty &c) const
    {
        Json json = {{"op", "set"}, {"scope", scopeNames[static_cast<int>(c.scope)]}, {"key", c.key}, {"path", c.path}};
        putOptional(json, "before", c.before);
        putOptional(json, "after", c.after);
        if (c.position >= 0)
            json["position"] = c.position;
        return json;
    }
    Json operator()(const InsertNode &c) const
    {
        return {{"op", "insertNode"}, {"parent", c.parent}, {"index", c.index}, {"subtree", model::toJson(c.subtree)}};
    }
    Json operator()(const RemoveNode &c) const
    {
        return {{"op", "removeNode"}, {"parent", c.parent}, {"index", c.index}, {"subtree", model::toJson(c.subtree)}};
    }
    Json operator()(const MoveNode &c) const
    {
        return {{"op", "moveNode"}, {"node", c.node}, {"before", toJson(c.before)}, {"after", toJson(c.after)}};
    }
    Json operator()(const SetNode &c) const
    {
        return {{"op", "setNode"},
                {"node", c.node},
                {"before", model::toJson(c.before)},
                {"after", model::toJson(c.after)}};
    }
    Json operator()(const RowsChange &c) const
    {
        Json edits = Json::array();
        for (const RowEdit &edit : c.edits) {
            Json json = {{"row", edit.row}, {"position", edit.position}};
            putOptional(json, "before", edit.before);
            putOptional(json, "after", edit.after);
            edits.push_back(std::move(json));
        }
        return {{"op", "rows"}, {"table", c.table}, {"edits", std::move(edits)}};
    }
};

Collection collectionFromJson(const Json &json)
{
    const std::string name = json.at("in").get<std::string>();
    for (const Collection collection : allCollections) {
        if (wireKey(collection) == name)
            return collection;
    }
    throw std::invalid_argument("unknown list " + name);
}

Scope scopeFromJson(const Json &json)
{
    const std::string name = json.at("scope").get<std::string>();
    for (int i = 0; i < static_cast<int>(std::size(scopeNames)); ++i) {
        if (name == scopeNames[i])
            return static_cast<Scope>(i);
    }
    throw std::invalid_argument("unknown scope " + name);
}

template <class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::invalid_argument(toUtf8(result.error().detail));
    return std::move(*result);
}

template <class T>
T objectChange(const Json &json)
{
    return {collectionFromJson(json), json.at("index").get<int>(), json.at("key").get<std::string>(), json.at("body")};
}

template <class T>
T nodeChange(const Json &json)
{
    return {json.at("parent").get<NodeId>(), json.at("index").get<int>(),
            orThrow(layoutSubtreeFromJson(json.at("subtree")))};
}

RowsChange rowsChange(const Json &json)
{
    RowsChange change{json.at("table").get<std::string>(), {}};
    for (const Json &edit : json.at("edits")) {
        change.edits.push_back({edit.at("row").get<RowId>(), edit.at("position").get<std::int64_t>(),
                                takeOptional(edit, "before"), takeOptional(edit, "after")});
    }
    return change;
}

// Throws on anything unexpected; transactionFromJson turns that into an error.
Change changeFromJson(const Json &json)
{
    const std::string op = json.at("op").get<std::string>();
    if (op == "insert")
        return objectChange<InsertObject>(json);
    if (op == "remove")
        return objectChange<RemoveObject>(json);
    if (op == "move")
        return MoveObject{collectionFromJson(json), json.at("key").get<std::string>(), json.at("from").get<int>(),
                          json.at("to").get<int>()};
    if (op == "set")
        return SetProperty{
            scopeFromJson(json),          json.at("key").get<std::string>(), json.at("path").get<std::string>(),
            takeOptional(json, "before"), takeOptional(json, "after"),       json.value("position", -1)};
    if (op == "insertNode")
        return nodeChange<InsertNode>(json);
    if (op == "removeNode")
        return nodeChange<RemoveNode>(json);
    if (op == "moveNode")
        return MoveNode{json.at("node").get<NodeId>(), placeFromJson(json.at("before")),
                        placeFromJson(json.at("after"))};
    if (op == "setNode")
        return SetNode{json.at("node").get<NodeId>(), orThrow(layoutNodeFromJson(json.at("before"))),
                       orThrow(layoutNodeFromJson(json.at("after")))};
    if (op == "rows")
        return rowsChange(json);
    throw std::invalid_argument("unknown change " + op);
}

} // namespace

Json toJson(const Transaction &transaction)
{
    Json json = {{"id", transaction.id},
                 {"author", transaction.author},
                 {"time", transaction.timeMs},
                 {"label", toUtf8(transaction.label)}};
    if (!transaction.gesture.empty())
        json["gesture"] = transaction.gesture;
    Json &changes = json["changes"] = Json::array();
    for (const Change &change : transaction.changes)
        changes.push_back(std::visit(Writer{}, change));
    return json;
}

Result<Transaction> transactionFromJson(const Json &json)
try {
    Transaction transaction;
    transaction.id = json.at("id").get<std::string>();
    transaction.author = json.at("author").get<std::string>();
    transaction.timeMs = json.at("time").get<std::int64_t>();
    transaction.label = toQString(json.at("label").get<std::string>());
    transaction.gesture = stringMember(json, "gesture");
    for (const Json &change : json.at("changes"))
        transaction.changes.push_back(changeFromJson(change));
    return transaction;
} catch (const std::exception &error) {
    return damaged(error.what());
}

} // namespace tessera::model
