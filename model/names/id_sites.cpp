// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/id_sites.h"

#include <algorithm>
#include <array>

#include "model/base/pointer.h"
#include "model/names/json_read.h"

namespace tessera::model {

namespace {

constexpr int maxDepth = 100;

constexpr std::array<std::string_view, 12> elementKeys = {
    "elementId",        "tableElementId", "formElementId",   "tabbedContainerElementId",
    "codeElementId",    "chatElementId",  "pluginElementId", "containerElementId",
    "triggerElementId", "element",        "tabbedContainer", "from"};
constexpr std::array<std::string_view, 9> columnKeys = {
    "columnId",          "column",     "by", "minColumnId", "maxColumnId", "keyColumnId", "displayColumnId",
    "columnToTranspose", "valueColumn"};
constexpr std::array<std::string_view, 8> columnLists = {
    "columnIds", "groupBy", "calculations", "summary", "order", "items", "collapsedColumns", "restrictedColumns"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N> &list, std::string_view key)
{
    return std::find(list.begin(), list.end(), key) != list.end();
}

class Walker
{
public:
    Walker(std::string_view kind, const std::function<void(const IdSite &)> &visitor) : m_kind(kind), m_visitor(visitor)
    {
    }

    // The parent of a linked input table, whose columns its key columns name.
    void setLinkedFrom(const std::string *from) { m_linkedFrom = from; }

    // `owner`: whose columns plain column ids name here; "" is the host.
    void object(const Json &value, const std::string &owner, int depth)
    {
        if (depth > maxDepth)
            return;
        const std::string_view sourceKind = textAt(value, "kind");
        if (sourceKind == "data-model" || sourceKind == "warehouse-table")
            return;
        const std::string columns = columnOwner(value, owner);
        for (const auto &[key, part] : value.items()) {
            const Step step(m_path, key);
            if (part.is_string())
                string(value, key, textOf(part), columns, depth);
            else if (part.is_array())
                list(value, key, part, columns, depth);
            else if (part.is_object())
                member(value, key, part, columns, owner, depth);
        }
    }

private:
    struct Step
    {
        Step(std::string &path, std::string_view token) : m_path(path), m_size(path.size())
        {
            path += '/';
            path += escapeToken(token);
        }
        Step(std::string &path, std::size_t index) : m_path(path), m_size(path.size())
        {
            path += '/' + std::to_string(index);
        }
        ~Step() { m_path.resize(m_size); }
        std::string &m_path;
        std::size_t m_size;
    };

    void emit(std::string_view id, IdKind kind, std::string owner = {}, bool mapKey = false)
    {
        if (!id.empty())
            m_visitor({m_path, id, kind, std::move(owner), mapKey});
    }

    // A place that names a source next to its columns means the columns of that source.
    std::string columnOwner(const Json &value, const std::string &owner) const
    {
        const Json &source = child(value, "source");
        const bool names = has(value, "columnId") || has(value, "columnIds") || has(value, "keyColumnId");
        if (textAt(source, "kind") == "table" && names)
            return stringMember(source, "elementId");
        if (textAt(value, "controlType") == "drill") // its categories are columns of its value list
            return stringMember(child(source, "source"), "elementId");
        if (textAt(value, "effect") == "custom-sort")
            return stringMember(value, "elementId");
        if (source.is_string() &&
            textAt(value, "kind") == "column") // a plugin's column names the entry with its element
            return stringMember(child(m_config ? *m_config : nothing(), textOf(source)), "elementId");
        return owner;
    }

    void string(const Json &holder, std::string_view key, std::string_view text, const std::string &owner, int depth)
    {
        if (key == "overlayId" || key == "pageId" || (key == "page" && textAt(holder, "type") == "page"))
            emit(text, IdKind::Block);
        else if (key == "groupingId")
            emit(text == "base" ? std::string_view() : text, IdKind::Grouping, stringMember(holder, "elementId"));
        else if (key == "agentId")
            emit(text, IdKind::Agent);
        else if (key == "control" || (key == "controlId" && !(depth == 0 && m_kind == "control")))
            emit(text, IdKind::Control);
        else if (key == "fieldId" && textAt(holder, "type") == "form-field")
            emit(text, IdKind::Field);
        else if (key == "from" ? textAt(holder, "kind") == "linked" : contains(elementKeys, key))
            emit(text, IdKind::Element);
        else if (key == "column" && has(holder, "element"))
            emit(text, IdKind::Column, stringMember(holder, "element"));
        else if (key == "key" && m_linkedFrom && m_path.starts_with("/columns/"))
            emit(text, IdKind::Column, *m_linkedFrom);
        else if (contains(columnKeys, key) && !(key == "by" && isSortWord(holder, text)))
            emit(text, IdKind::Column, owner);
    }

    // Colours are "by category" and pivots sort "by row-count": words, not columns.
    static bool isSortWord(const Json &holder, std::string_view text)
    {
        return text == "row-count" || !has(holder, "direction");
    }

    void list(const Json &holder, std::string_view key, const Json &part, const std::string &owner, int depth)
    {
        const bool ids = contains(columnLists, key) || (depth == 0 && m_kind == "pivot-table" && key == "values");
        const bool pages = key == "pages";
        for (std::size_t i = 0; i < part.size(); ++i) {
            const Step step(m_path, i);
            const Json &item = part[i];
            if (item.is_string() && ids && !(key == "items" && depth == 0))
                emit(textOf(item), IdKind::Column, owner);
            else if (item.is_string() && pages)
                emit(textOf(item), IdKind::Block);
            else if (item.is_object())
                object(item, owner, depth + 1);
            else if (item.is_array())
                list(holder, {}, item, owner, depth + 1);
        }
    }

    void member(const Json &holder, std::string_view key, const Json &part, const std::string &columns,
                const std::string &owner, int depth)
    {
        const std::string table = stringMember(holder, "tableElementId");
        if (key == "config" && depth == 0 && m_kind == "plugin")
            m_config = &part;
        if (!table.empty() && key == "values")
            map(part, table, owner, depth);
        else if (!table.empty() && key == "whichRows")
            rows(part, table, owner, depth);
        else
            object(part, key == "source" ? owner : columns, depth + 1);
    }

    // {<column id of the table>: <value source of the host>}
    void map(const Json &values, const std::string &table, const std::string &owner, int depth)
    {
        for (const auto &[column, value] : values.items()) {
            const Step step(m_path, column);
            emit(column, IdKind::Column, table, true);
            if (value.is_object())
                object(value, owner, depth + 1);
        }
    }

    void rows(const Json &which, const std::string &table, const std::string &owner, int depth)
    {
        for (const auto &[key, part] : which.items()) {
            const Step step(m_path, key);
            if (key == "primaryKeys" && part.is_object())
                map(part, table, owner, depth);
            else if (key == "columnId" && part.is_string())
                emit(textOf(part), IdKind::Column, table);
            else if (part.is_object())
                object(part, owner, depth + 1); // value sources of the host
        }
    }

    std::string_view m_kind;
    const std::function<void(const IdSite &)> &m_visitor;
    std::string m_path;
    const Json *m_config = nullptr;
    const std::string *m_linkedFrom = nullptr;
};

} // namespace

void visitIdSites(const Json &body, std::string_view kind, const std::function<void(const IdSite &)> &visitor)
{
    if (!body.is_object())
        return;
    Walker walker(kind, visitor);
    const Json &source = child(body, "source");
    const std::string from = textAt(source, "kind") == "linked" ? stringMember(source, "from") : std::string();
    if (!from.empty())
        walker.setLinkedFrom(&from);
    walker.object(body, {}, 0);
}

} // namespace tessera::model
