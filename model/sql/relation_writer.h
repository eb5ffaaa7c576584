// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/sql/expression_writer.h"
#include "model/sql/select_block.h"

namespace tessera::model::sql {

// Turns a plan into queries: operations share a SELECT as far as they can; what is used twice or has a name that people
// know becomes a query of its own in WITH.
class RelationWriter
{
public:
    RelationWriter(WriterState &state, query::RelationPtr root);

    std::string statement();

private:
    SelectBlock compile(const query::RelationPtr &relation);
    SelectBlock of(const query::Scan &scan, const query::Relation &relation);
    SelectBlock of(const query::Project &project, const query::Relation &relation);
    SelectBlock of(const query::Filter &filter, const query::Relation &relation);
    SelectBlock of(const query::Aggregate &aggregate, const query::Relation &relation);
    SelectBlock of(const query::Join &join, const query::Relation &relation);
    SelectBlock of(const query::UnionAll &unionAll, const query::Relation &relation);
    SelectBlock of(const query::Sort &sort, const query::Relation &relation);
    SelectBlock of(const query::Limit &limit, const query::Relation &relation);
    SelectBlock of(const query::Values &values, const query::Relation &relation);

    void reserveName(const query::TableSource &source);
    void countUses(const query::RelationPtr &relation, int depth);
    std::string select(const SelectBlock &block, int indent);
    std::string addQuery(const std::string &hint, std::string body);
    SelectBlock tableBlock(const std::string &name, const std::vector<BlockColumn> &columns,
                           const std::string &hint) const;
    SelectBlock wrapped(SelectBlock block);
    ExpressionPlace placeOf(const SelectBlock &block);
    BlockColumn tableColumn(const query::Column &column, const std::string &alias, bool scanned) const;
    std::string customSql(const query::TableSource &source);
    std::string tableText(const query::TableSource &source, bool &derived);
    // Computes helper columns of `block` below it when `write` asks for some, and lets `write` run again above them.
    void withHelpers(SelectBlock &block, ExpressionPlace &place, const std::function<void()> &write,
                     const std::function<void()> &reset);

    struct Side
    {
        std::string from;
        std::vector<BlockColumn> columns;
    };
    Side side(SelectBlock block);
    ExpressionPlace joinPlace(const std::vector<BlockColumn> &left, const std::vector<BlockColumn> &right);
    bool needsEmulation(const query::Join &join) const;
    // `named`: the columns of the right under their new names; the condition speaks of the old ones.
    SelectBlock emulatedFullJoin(const query::Join &join, const Side &left, const Side &right,
                                 const std::vector<BlockColumn> &named);
    std::string nullOf(formula::ValueType type) const;
    void sortInto(SelectBlock &block, const std::vector<query::OrderKey> &keys);

    WriterState &m_state;
    ExpressionWriter m_expressions;
    Layout m_layout;
    query::RelationPtr m_root;
    std::map<const query::Relation *, int> m_uses;
    std::map<const query::Relation *, SelectBlock> m_finished; // relations that are queries of their own
    std::vector<std::string> m_queries;                        // name AS (…)
    std::set<std::string> m_names;
    int m_aliases = 0;
};

} // namespace tessera::model::sql
