// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/workbook_snapshot.h"

#include <QCoreApplication>

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::WorkbookSnapshot)
};

constexpr const char *kindNames[] = {"page", "panel", "container", "tabbed", "tab", "element"};

Unexpected damaged(const char *what)
{
    Error error{ErrorCode::Invalid, Texts::tr("The stored workbook is damaged."),
                Texts::tr("Open the workbook file again, or restore an earlier copy of the workspace.")};
    error.detail = QString::fromLatin1(what);
    return Unexpected(std::move(error));
}

} // namespace

Json toJson(const LayoutNode &node)
{
    Json json = {{"kind", kindNames[static_cast<int>(node.kind)]}, {"ref", node.ref}};
    if (node.rect)
        json["rect"] = {node.rect->x, node.rect->y, node.rect->w, node.rect->h};
    json["columns"] = node.columns;
    for (const auto &[name, value] : node.extra)
        json["extra"].push_back(Json::array({name, value}));
    return json;
}

Result<LayoutNode> layoutNodeFromJson(const Json &json)
try {
    LayoutNode node;
    const std::string kind = json.at("kind").get<std::string>();
    const auto found = std::find(std::begin(kindNames), std::end(kindNames), kind);
    if (found == std::end(kindNames))
        return damaged("unknown layout node");
    node.kind = static_cast<NodeKind>(found - std::begin(kindNames));
    node.ref = json.at("ref").get<std::string>();
    if (const Json *rect = member(json, "rect"))
        node.rect = GridRect{rect->at(0), rect->at(1), rect->at(2), rect->at(3)};
    node.columns = json.at("columns").get<int>();
    if (const Json *extra = member(json, "extra")) {
        for (const Json &pair : *extra)
            node.extra.emplace_back(pair.at(0).get<std::string>(), pair.at(1).get<std::string>());
    }
    return node;
} catch (const Json::exception &error) {
    return damaged(error.what());
}

Json toJson(const LayoutSubtree &subtree)
{
    Json json = toJson(subtree.node);
    json["id"] = subtree.id;
    for (const LayoutSubtree &child : subtree.children)
        json["children"].push_back(toJson(child));
    return json;
}

Result<LayoutSubtree> layoutSubtreeFromJson(const Json &json)
{
    LayoutSubtree subtree;
    auto node = layoutNodeFromJson(json);
    if (!node)
        return fail(node.error());
    subtree.node = std::move(*node);
    const Json *id = member(json, "id");
    if (!id || !id->is_number_integer())
        return damaged("layout node without id");
    subtree.id = id->get<NodeId>();
    if (const Json *children = member(json, "children")) {
        for (const Json &child : *children) {
            auto read = layoutSubtreeFromJson(child);
            if (!read)
                return read;
            subtree.children.push_back(std::move(*read));
        }
    }
    return subtree;
}

Json toSnapshot(const Workbook &workbook)
{
    Json json = {{"meta", workbook.meta}, {"contents", workbook.contents}, {"extras", workbook.extras}};
    for (const Collection collection : allCollections) {
        Json &list = json[std::string(wireKey(collection))] = Json::array();
        for (const Object &object : workbook.list(collection))
            list.push_back({{"key", object.key()}, {"body", object.body()}});
    }
    Json &layout = json["layout"] = Json::array();
    for (const NodeId block : workbook.layout.childrenOf(rootNode))
        layout.push_back(toJson(workbook.layout.subtree(block)));
    return json;
}

Result<Workbook> fromSnapshot(const Json &snapshot)
try {
    Workbook workbook;
    workbook.meta = snapshot.at("meta");
    workbook.contents = snapshot.at("contents");
    workbook.extras = snapshot.at("extras");
    for (const Collection collection : allCollections) {
        for (const Json &entry : snapshot.at(std::string(wireKey(collection)))) {
            const std::string key = entry.at("key").get<std::string>();
            if (workbook.list(collection).find(key))
                return damaged("key twice");
            workbook.list(collection).append(Object(key, entry.at("body")));
        }
    }
    for (const Json &block : snapshot.at("layout")) {
        auto subtree = layoutSubtreeFromJson(block);
        if (!subtree)
            return fail(subtree.error());
        workbook.layout.insert(rootNode, static_cast<int>(workbook.layout.childrenOf(rootNode).size()), *subtree);
    }
    return workbook;
} catch (const Json::exception &error) {
    return damaged(error.what());
}

} // namespace tessera::model
