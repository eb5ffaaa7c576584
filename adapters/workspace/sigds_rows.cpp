// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include <QHash>

#include "adapters/workspace/sigds_tables.h"
#include "model/base/json_text.h"
#include "model/workbook/views/sigds_facts.h"
#include "model/workbook/workbook_snapshot.h"

namespace tessera::adapters {

using model::Collection;
using model::Json;
using model::NodeId;
using model::NodeKind;
using model::Object;
using model::Workbook;

namespace {

const char *typeOf(Collection collection)
{
    switch (collection) {
    case Collection::Elements:
        return "element";
    case Collection::Pages:
        return "page";
    case Collection::Overlays:
        return "overlay";
    case Collection::Panels:
        return "panel";
    }
    Q_UNREACHABLE();
}

const char *typeOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Page:
        return "page";
    case NodeKind::Panel:
        return "panel";
    case NodeKind::Container:
        return "container";
    case NodeKind::TabbedContainer:
        return "tabbed-container";
    case NodeKind::Tab:
        return "tab";
    case NodeKind::Element:
        return "element";
    }
    Q_UNREACHABLE();
}

Json textOrNull(const std::string &text)
{
    return text.empty() ? Json() : Json(text);
}

Json orNull(Json value)
{
    return value.empty() ? Json() : value;
}

// Makes the rows of one workbook.
class RowMaker
{
public:
    RowMaker(const Workbook &workbook, std::string workbookId) : m_workbook(workbook), m_id(std::move(workbookId)) {}

    SigdsRows make()
    {
        nameObjects();
        nameNodes();
        addObjects();
        addNodes();
        addProperties();
        for (const Collection collection : model::allCollections) {
            for (const Object &object : m_workbook.list(collection))
                addActions(model::actionFacts(object.body()), m_rowOfObject.at({collection, object.key()}),
                           typeOf(collection));
        }
        addActions(model::workbookActionFacts(m_workbook), m_id, "workbook");
        return std::move(m_rows);
    }

private:
    using ObjectKey = std::pair<Collection, model::Key>;

    // Ids are unique in the table: the key where it is free, else with the type in front, else numbered.
    std::string freeId(const std::string &wanted, const std::string &type)
    {
        std::string id = wanted.empty() ? type : wanted;
        if (m_taken.contains(id))
            id = type + ":" + wanted;
        const std::string base = id;
        for (int n = 2; m_taken.contains(id); ++n)
            id = base + "#" + std::to_string(n);
        m_taken.insert(id);
        return id;
    }

    void nameObjects()
    {
        for (const Collection collection : model::allCollections) {
            for (const Object &object : m_workbook.list(collection))
                m_rowOfObject.emplace(ObjectKey{collection, object.key()}, freeId(object.key(), typeOf(collection)));
        }
    }

    std::optional<ObjectKey> objectOf(const model::LayoutNode &node) const
    {
        const auto in = [&](Collection collection) -> std::optional<ObjectKey> {
            const Object *object = m_workbook.list(collection).findById(node.ref);
            return object ? std::optional(ObjectKey{collection, object->key()}) : std::nullopt;
        };
        switch (node.kind) {
        case NodeKind::Page:
            if (auto page = in(Collection::Pages))
                return page;
            return in(Collection::Overlays);
        case NodeKind::Panel:
            return in(Collection::Panels);
        case NodeKind::Tab:
            return std::nullopt;
        default:
            return in(Collection::Elements);
        }
    }

    // A node shares the row of its object; every further placement has a row of its own.
    void nameNodes()
    {
        m_workbook.layout.visit(model::rootNode, [this](NodeId id, const model::LayoutNode &node) {
            const auto object = objectOf(node);
            if (object && !m_nodeOfObject.contains(*object)) {
                m_nodeOfObject.emplace(*object, id);
                m_rowOfNode.insert(id, m_rowOfObject.at(*object));
            } else {
                m_rowOfNode.insert(id, freeId("node-" + std::to_string(id), typeOf(node.kind)));
                m_bareNodes.append(id);
            }
        });
    }

    Json nodeJson(NodeId id) const
    {
        Json json = model::toJson(*m_workbook.layout.node(id));
        json["id"] = id;
        return json;
    }

    void addLayoutRow(const std::string &rowId, const std::string &type, Json config, NodeId node)
    {
        Json children = Json::array();
        for (const NodeId child : node ? m_workbook.layout.childrenOf(node) : QList<NodeId>())
            children.push_back(m_rowOfNode.value(child));
        const NodeId parent = m_workbook.layout.parentOf(node);
        m_rows.of(SigdsTableId::LayoutElements)
            .push_back({m_id, rowId, type, std::move(config), parent ? Json(m_rowOfNode.value(parent)) : Json(),
                        std::move(children), node ? m_workbook.layout.depthOf(node) : 0});
    }

    void addObjects()
    {
        for (const Collection collection : model::allCollections) {
            int index = 0;
            for (const Object &object : m_workbook.list(collection)) {
                const ObjectKey key{collection, object.key()};
                const auto placed = m_nodeOfObject.find(key);
                const NodeId node = placed == m_nodeOfObject.end() ? model::rootNode : placed->second;
                Json config = {{"list", model::wireKey(collection)}, {"position", index++}, {"key", object.key()}};
                if (node)
                    config["layout"] = nodeJson(node);
                config["body"] = object.body();
                const std::string &kind = object.kind();
                addLayoutRow(m_rowOfObject.at(key),
                             kind.empty() || collection != Collection::Elements ? typeOf(collection) : kind,
                             std::move(config), node);
                if (collection == Collection::Elements)
                    addElementViews(object, m_rowOfObject.at(key));
            }
        }
    }

    void addNodes()
    {
        for (const NodeId node : std::as_const(m_bareNodes))
            addLayoutRow(m_rowOfNode.value(node), typeOf(m_workbook.layout.node(node)->kind),
                         {{"layout", nodeJson(node)}}, node);
    }

    void addProperties()
    {
        Json blocks = Json::array();
        for (const NodeId block : m_workbook.layout.childrenOf(model::rootNode))
            blocks.push_back(m_rowOfNode.value(block));
        m_rows.of(SigdsTableId::Workbooks)
            .push_back({m_id,
                        m_workbook.name(),
                        {{"meta", m_workbook.meta},
                         {"contents", m_workbook.contents},
                         {"extras", m_workbook.extras},
                         {"blocks", std::move(blocks)}}});
        for (const auto &[scope, tree] :
             {std::pair{"contents", &m_workbook.contents}, std::pair{"meta", &m_workbook.meta},
              std::pair{"extras", &m_workbook.extras}}) {
            if (!tree->is_object())
                continue;
            for (const auto &[name, value] : tree->get_ref<const Json::object_t &>()) {
                if (!value.is_null()) // the place of a list that has rows of its own
                    addVariable(std::string(scope) + "/" + name, name,
                                model::isRawNumber(value) ? "number" : value.type_name(), value, scope);
            }
        }
    }

    void addVariable(const std::string &id, const std::string &name, const std::string &type, Json value,
                     const std::string &scope)
    {
        m_rows.of(SigdsTableId::Variables).push_back({m_id, id, name, type, std::move(value), scope});
    }

    void addElementViews(const Object &element, const std::string &rowId)
    {
        if (const auto control = model::controlFacts(element))
            addVariable(rowId, control->handle.empty() ? element.name() : control->handle,
                        control->type.empty() ? "control" : control->type, orNull(control->value), "control");
        if (const auto table = model::inputTableFacts(element)) {
            m_rows.of(SigdsTableId::InputTables)
                .push_back({m_id, rowId, table->type, table->columns, table->published ? "published" : "draft",
                            orNull(table->validation), orNull(table->governance), orNull(table->metadata), Json(), true,
                            "active"});
        }
    }

    std::string freeActionId(const std::string &wanted, const std::string &host, std::set<std::string> &taken) const
    {
        std::string id = wanted.empty() ? host + "/action" : wanted;
        if (taken.contains(id))
            id = host + "/" + id;
        const std::string base = id;
        for (int n = 2; taken.contains(id); ++n)
            id = base + "#" + std::to_string(n);
        taken.insert(id);
        return id;
    }

    void addActions(const std::vector<model::ActionFacts> &actions, const std::string &host,
                    const std::string &hostType)
    {
        for (const model::ActionFacts &action : actions) {
            const std::string id = freeActionId(action.id, host, m_sequences);
            Json effects = Json::array();
            for (std::size_t i = 0; i < action.effects.size(); ++i)
                effects.push_back(addEffect(*action.effects[i], id + "/" + std::to_string(i)));
            m_rows.of(SigdsTableId::ActionSequences)
                .push_back({m_id,
                            id,
                            textOrNull(action.name),
                            {{"host", host}, {"hostType", hostType}, {"trigger", action.trigger}},
                            action.condition,
                            std::move(effects),
                            orNull(action.rest),
                            true,
                            30000,
                            action.paused});
        }
    }

    std::string addEffect(const Json &effect, const std::string &wanted)
    {
        const model::EffectFacts facts = model::effectFacts(effect);
        const std::string id = freeActionId(wanted, wanted, m_effects);
        m_rows.of(SigdsTableId::Actions)
            .push_back({m_id, id, facts.type.empty() ? "unknown" : facts.type, textOrNull(facts.subtype),
                        textOrNull(facts.target), effect.is_null() ? Json::object() : effect, facts.conditions});
        for (const auto &[path, inner] : facts.inner)
            addEffect(*inner, id + path);
        return id;
    }

    const Workbook &m_workbook;
    const std::string m_id;
    SigdsRows m_rows;
    std::set<std::string> m_taken;
    std::set<std::string> m_sequences;
    std::set<std::string> m_effects;
    std::map<ObjectKey, std::string> m_rowOfObject;
    std::map<ObjectKey, NodeId> m_nodeOfObject;
    QHash<NodeId, std::string> m_rowOfNode;
    QList<NodeId> m_bareNodes;
};

} // namespace

SigdsRows sigdsRows(const Workbook &workbook, const std::string &workbookId)
{
    return RowMaker(workbook, workbookId).make();
}

void addInputRows(SigdsRows &rows, const Workbook &workbook, const model::RowStore &store,
                  const std::string &workbookId)
{
    for (const Object &element : workbook.elements) {
        const std::int64_t count = store.count(element.key());
        for (std::int64_t i = 0; i < count; ++i) {
            const model::Row row = store.row(element.key(), i);
            rows.of(SigdsTableId::InputRows).push_back({workbookId, element.key(), row.id, i, row.values});
        }
    }
}

} // namespace tessera::adapters
