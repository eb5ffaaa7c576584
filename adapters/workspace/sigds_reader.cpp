// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include <QCoreApplication>

#include "adapters/workspace/sigds_tables.h"
#include "model/base/text.h"
#include "model/workbook/workbook_snapshot.h"

namespace tessera::adapters {

using model::Collection;
using model::Json;
using model::Result;
using model::Workbook;

namespace {

enum LayoutColumn
{
    IdColumn = 1,
    ConfigColumn = 3,
    ChildrenColumn = 5,
};
constexpr std::size_t propertiesColumn = 2;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Workspace)
};

model::Unexpected damaged(const std::string &what)
{
    model::Error error{model::ErrorCode::Invalid, Texts::tr("The workbook in the SIGDS tables is incomplete."),
                       Texts::tr("Open the workbook in Tessera; the tables are then written again.")};
    error.detail = model::toQString(what);
    return model::fail(std::move(error));
}

class Reader
{
public:
    explicit Reader(const SigdsRows &rows)
    {
        for (const SigdsRow &row : rows.of(SigdsTableId::LayoutElements))
            m_rows.emplace(row.at(IdColumn).get<std::string>(), &row);
    }

    Result<void> readObjects(Workbook &workbook) const
    {
        std::map<std::pair<Collection, int>, const Json *> ordered;
        for (const auto &[id, row] : m_rows) {
            const Json &config = row->at(ConfigColumn);
            if (!model::member(config, "body"))
                continue;
            const std::string list = config.at("list").get<std::string>();
            for (const Collection collection : model::allCollections) {
                if (model::wireKey(collection) == list)
                    ordered.emplace(std::pair{collection, config.at("position").get<int>()}, &config);
            }
        }
        for (const auto &[place, config] : ordered) {
            model::ObjectList &list = workbook.list(place.first);
            const std::string key = config->at("key").get<std::string>();
            if (place.second != list.size() || list.find(key))
                return damaged("place of " + key);
            list.append(model::Object(key, config->at("body")));
        }
        return {};
    }

    Result<void> readLayout(Workbook &workbook, const Json &blocks) const
    {
        for (const Json &block : blocks) {
            auto subtree = subtreeOf(block.get<std::string>(), 0);
            if (!subtree)
                return model::fail(subtree.error());
            workbook.layout.insert(model::rootNode,
                                   static_cast<int>(workbook.layout.childrenOf(model::rootNode).size()), *subtree);
        }
        return {};
    }

private:
    Result<model::LayoutSubtree> subtreeOf(const std::string &id, int depth) const
    {
        const auto found = m_rows.find(id);
        const Json *layout = found == m_rows.end() ? nullptr : model::member(found->second->at(ConfigColumn), "layout");
        if (!layout || depth > 1000)
            return damaged("layout of " + id);
        auto node = model::layoutNodeFromJson(*layout);
        if (!node)
            return model::fail(node.error());
        model::LayoutSubtree subtree{layout->at("id").get<model::NodeId>(), std::move(*node), {}};
        for (const Json &child : found->second->at(ChildrenColumn)) {
            auto below = subtreeOf(child.get<std::string>(), depth + 1);
            if (!below)
                return below;
            subtree.children.push_back(std::move(*below));
        }
        return subtree;
    }

    std::map<std::string, const SigdsRow *> m_rows;
};

} // namespace

Result<Workbook> workbookFromSigds(const SigdsRows &rows)
try {
    if (rows.of(SigdsTableId::Workbooks).size() != 1)
        return damaged("no row in sigma_workbooks");
    const Json &properties = rows.of(SigdsTableId::Workbooks).front().at(propertiesColumn);
    Workbook workbook;
    workbook.meta = properties.at("meta");
    workbook.contents = properties.at("contents");
    workbook.extras = properties.at("extras");
    const Reader reader(rows);
    if (auto done = reader.readObjects(workbook); !done)
        return model::fail(done.error());
    if (auto done = reader.readLayout(workbook, properties.at("blocks")); !done)
        return model::fail(done.error());
    return workbook;
} catch (const std::exception &error) {
    return damaged(error.what());
}

} // namespace tessera::adapters
