// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <QList>

#include "model/checks/diagnostic.h"
#include "model/checks/profile.h"
#include "model/formula/function_catalogue.h"
#include "model/names/name_lookup.h"

namespace tessera::model {

class Catalogue;
namespace query {
class WorkbookColumns;
}

// What rules may ask beyond the object in their hands. Every question is remembered together with the object it was
// asked for, so when the answer changes that object, and no other, is checked again. Rules must therefore learn about
// the rest of the workbook through this class only.
class CheckContext : public NameLookup
{
public:
    using Question = std::uint64_t; // a hash; two questions that share one only cost a needless check

    // The kinds of question, as the engine needs them to tell which answers an edit changes.
    enum class About
    {
        ElementId,
        ElementName,
        Handle,
        AllHandles,
        Types,      // types of an element's columns, by its key
        References, // what an element's formulas name, by its key
        Groupings,  // how an element's rows are grouped, by its key
        IsRead,
        Action,
        Mentioned,
        Starts,    // which controls that start with a value filter a column
        Placement, // where an element stands
        BlockId,   // pages, overlays and panels by id
        BlockNode, // layout blocks by id
        AllPages,
        AllOverlays,
        AllPanels,
        AnyElements,
        AnyBlocks,
        Heavy,    // whether the workbook is too large to be sent
        Contents, // the workbook's own trees
    };
    static Question question(About about, std::string_view what = {});

    CheckContext(const Workbook &workbook, const NameIndex &index, const Catalogue *catalogue,
                 const OrganisationProfile *profile = nullptr);
    ~CheckContext() override;

    void setHeavy(bool heavy) { m_heavy = heavy; }

    // Starts a new unit of work; its findings and questions go to these lists (questions may be null).
    void begin(Scope scope, Key key, std::string element, QList<Diagnostic> *findings,
               std::vector<Question> *questions);

    const Catalogue *catalogue() const { return m_catalogue; }
    const OrganisationProfile &profile() const; // empty when nobody told one

    // --- Questions ---
    FactsPtr byKey(const Key &key) const override; // of the object in hand, or of one got from a question below
    FactsPtr byId(const std::string &id) const override;
    std::vector<FactsPtr> byName(const std::string &fold) const override;
    std::vector<FactsPtr> byHandle(const std::string &fold) const override;
    std::vector<FactsPtr> allById(const std::string &id) const;
    Key firstById(const std::string &id) const; // "": none
    std::vector<std::string> handles() const;   // controlId of every control that is not `synced`, sorted
    bool isRead(const std::string &id) const;   // whether an element takes data from it
    // Columns with their types and bound formulas, as far as the document tells. Lives until the next unit.
    query::WorkbookColumns &columns() const;
    formula::ValueType typeOf(const Key &element, const std::string &columnId) const; // Any: not known
    // What the formulas of an element name decides the answer (circles), not only the types they give.
    void dependOnReferences(const Key &element) const;
    void dependOnGroupings(const Key &element) const; // on what they calculate, too

    // Controls that start with a value and filter this filterTarget(), a hundred at most, in no meaningful order.
    std::vector<FactsPtr> startingOn(const std::string &target) const;

    // Whether a column formula or text somewhere uses the name as a prefix.
    bool isMentioned(const std::string &fold) const;

    struct ActionOwner
    {
        Scope scope = Scope::Element;
        Key key;
        bool operator==(const ActionOwner &) const = default;
    };
    // The first object with an action of this id, elements before overlays.
    std::optional<ActionOwner> firstOwnerOfAction(const std::string &actionId) const;

    struct Block
    {
        Scope scope = Scope::Page;
        const Object *object = nullptr; // null: no such block
    };
    Block blockById(const std::string &id) const; // the first one
    std::vector<Block> allBlocksById(const std::string &id) const;
    const ObjectList &pages() const;
    const ObjectList &overlays() const;
    const ObjectList &panels() const;
    bool hasElements() const;
    bool hasNoBlocks() const; // the layout is empty
    const Json &contents() const;
    bool isHeavy() const; // more than the network in front of Sigma lets through

    // Nodes that show this element, document order.
    QList<NodeId> placementsOf(const std::string &elementId) const;
    QList<NodeId> blockNodes(const std::string &blockId) const;
    // The block that shows an element, through all containers; no object when it is not placed or the block is unknown.
    Block blockOfElement(const std::string &elementId) const;
    // Only for nodes the unit has in its hands or got from a question above.
    const LayoutTree &layout() const { return m_workbook.layout; }

    // --- Findings ---
    // `rule` must be a row of allRules(); it gives the severity.
    Diagnostic &report(std::string_view rule, std::string path, QString message, QString hint = {});
    Diagnostic &reportNode(std::string_view rule, NodeId node, const std::string &element, QString message,
                           QString hint = {});
    // Whether the unit already has a finding at this very place: the more specific rule comes first.
    bool hasFindingAt(std::string_view path) const;
    bool hasErrorAt(std::string_view path) const; // that Sigma rejects it, not only that something is to be said

    Scope scope() const { return m_scope; }
    const Key &key() const { return m_key; }

private:
    void ask(About about, std::string_view what = {}) const;
    void readFindings() const;
    const std::vector<Block> &blocksById(const std::string &id) const;

    const Workbook &m_workbook;
    const NameIndex &m_index;
    const Catalogue *m_catalogue;
    const OrganisationProfile *m_profile;
    Scope m_scope = Scope::Contents;
    Key m_key;
    std::string m_element;
    // A context lives as long as its workbook is not edited: what a hostile file asks for again and again (thousands of
    // elements, pages or actions of one id) is looked up once.
    mutable std::unordered_map<std::string, Key> m_firstIds;
    mutable std::unordered_map<std::string, std::optional<ActionOwner>> m_firstOwners;
    mutable std::unordered_map<std::string, std::vector<Block>> m_blocks;
    mutable bool m_blocksRead = false;
    mutable std::unordered_map<std::string, QList<NodeId>> m_blockNodes;
    mutable bool m_blockNodesRead = false;
    mutable std::unordered_map<std::string, bool> m_findingPaths; // of this unit, as far as looked at; whether an error
    mutable qsizetype m_pathsRead = 0;
    QList<Diagnostic> *m_findings = nullptr;
    std::vector<Question> *m_questions = nullptr;
    bool m_heavy = false;
    mutable std::unique_ptr<query::WorkbookColumns> m_columns;
};

} // namespace tessera::model
