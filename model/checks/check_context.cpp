// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/check_context.h"

#include <utility>

#include "model/base/text.h"
#include "model/checks/rule.h"
#include "model/names/json_read.h"
#include "model/query/workbook_scope.h"

namespace tessera::model {

CheckContext::CheckContext(const Workbook &workbook, const NameIndex &index, const Catalogue *catalogue,
                           const OrganisationProfile *profile)
    : m_workbook(workbook)
    , m_index(index)
    , m_catalogue(catalogue)
    , m_profile(profile)
{
}

CheckContext::~CheckContext() = default;

CheckContext::Question CheckContext::question(About about, std::string_view what)
{
    // FNV-1a: the same on every machine and run.
    Question hash = 14695981039346656037ull ^ (static_cast<Question>(about) + 1) * 0x9E3779B97F4A7C15ull;
    for (const char c : what) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ull;
    }
    return hash;
}

const OrganisationProfile &CheckContext::profile() const
{
    static const OrganisationProfile unknown;
    return m_profile ? *m_profile : unknown;
}

void CheckContext::begin(Scope scope, Key key, std::string element, QList<Diagnostic> *findings,
                         std::vector<Question> *questions)
{
    m_scope = scope;
    m_key = std::move(key);
    m_element = std::move(element);
    m_findings = findings;
    m_pathsRead = findings->size();
    m_findingPaths.clear();
    m_questions = questions;
    m_columns.reset(); // its answers were remembered for the unit before
}

void CheckContext::ask(About about, std::string_view what) const
{
    if (m_questions)
        m_questions->push_back(question(about, what));
}

FactsPtr CheckContext::byKey(const Key &key) const
{
    if (m_scope != Scope::Element || key != m_key) // this is how columns of other elements are bound
        ask(About::Types, key);
    return m_index.byKey(key);
}

FactsPtr CheckContext::byId(const std::string &id) const
{
    ask(About::ElementId, id);
    return m_index.byId(id);
}

std::vector<FactsPtr> CheckContext::byName(const std::string &fold) const
{
    ask(About::ElementName, fold);
    return m_index.byName(fold);
}

std::vector<FactsPtr> CheckContext::byHandle(const std::string &fold) const
{
    ask(About::Handle, fold);
    return m_index.byHandle(fold);
}

std::vector<FactsPtr> CheckContext::allById(const std::string &id) const
{
    ask(About::ElementId, id);
    return m_index.allById(id);
}

Key CheckContext::firstById(const std::string &id) const
{
    ask(About::ElementId, id);
    const auto [known, isNew] = m_firstIds.try_emplace(id);
    if (isNew) {
        const FactsPtr first = m_index.byId(id);
        known->second = first ? first->key : Key();
    }
    return known->second;
}

std::vector<std::string> CheckContext::handles() const
{
    ask(About::AllHandles);
    return m_index.handles();
}

query::WorkbookColumns &CheckContext::columns() const
{
    if (!m_columns)
        m_columns = std::make_unique<query::WorkbookColumns>(m_workbook, *this, nullptr);
    return *m_columns;
}

formula::ValueType CheckContext::typeOf(const Key &element, const std::string &columnId) const
{
    if (m_scope != Scope::Element || element != m_key)
        ask(About::Types, element);
    return columns().typeOf(element, columnId);
}

void CheckContext::dependOnReferences(const Key &element) const
{
    if (m_scope != Scope::Element || element != m_key)
        ask(About::References, element);
}

void CheckContext::dependOnGroupings(const Key &element) const
{
    if (m_scope != Scope::Element || element != m_key)
        ask(About::Groupings, element);
}

bool CheckContext::isRead(const std::string &id) const
{
    ask(About::IsRead, id);
    return m_index.isRead(id);
}

std::vector<FactsPtr> CheckContext::startingOn(const std::string &target) const
{
    ask(About::Starts, target);
    return m_index.startingOn(target, 100);
}

bool CheckContext::isMentioned(const std::string &fold) const
{
    ask(About::Mentioned, fold);
    return m_index.isMentioned(fold);
}

std::optional<CheckContext::ActionOwner> CheckContext::firstOwnerOfAction(const std::string &actionId) const
{
    ask(About::Action, actionId);
    const ObjectList &dialogs = overlays();
    const auto [known, isNew] = m_firstOwners.try_emplace(actionId);
    if (!isNew)
        return known->second;
    if (const auto elements = m_index.ownersOfAction(actionId); !elements.empty())
        known->second = ActionOwner{Scope::Element, elements.front()->key};
    for (auto overlay = dialogs.begin(); overlay != dialogs.end() && !known->second; ++overlay) {
        for (const Json &action : items(overlay->body(), "actions")) {
            if (textAt(action, "id") == actionId)
                known->second = ActionOwner{Scope::Overlay, overlay->key()};
        }
    }
    return known->second;
}

const std::vector<CheckContext::Block> &CheckContext::blocksById(const std::string &id) const
{
    ask(About::BlockId, id);
    if (!std::exchange(m_blocksRead, true)) {
        for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
            for (const Object &object : m_workbook.list(collection))
                m_blocks[object.id()].push_back({scopeOf(collection), &object});
        }
    }
    static const std::vector<Block> none;
    const auto found = m_blocks.find(id);
    return found == m_blocks.end() ? none : found->second;
}

std::vector<CheckContext::Block> CheckContext::allBlocksById(const std::string &id) const
{
    return blocksById(id);
}

CheckContext::Block CheckContext::blockById(const std::string &id) const
{
    const std::vector<Block> &blocks = blocksById(id);
    return blocks.empty() ? Block{} : blocks.front();
}

const ObjectList &CheckContext::pages() const
{
    ask(About::AllPages);
    return m_workbook.pages;
}

const ObjectList &CheckContext::overlays() const
{
    ask(About::AllOverlays);
    return m_workbook.overlays;
}

const ObjectList &CheckContext::panels() const
{
    ask(About::AllPanels);
    return m_workbook.panels;
}

bool CheckContext::hasElements() const
{
    ask(About::AnyElements);
    return !m_workbook.elements.isEmpty();
}

bool CheckContext::hasNoBlocks() const
{
    ask(About::AnyBlocks);
    return m_workbook.layout.childrenOf(rootNode).isEmpty();
}

bool CheckContext::isHeavy() const
{
    ask(About::Heavy);
    return m_heavy;
}

const Json &CheckContext::contents() const
{
    ask(About::Contents);
    return m_workbook.contents;
}

QList<NodeId> CheckContext::placementsOf(const std::string &elementId) const
{
    ask(About::Placement, elementId);
    return m_workbook.layout.findElements(elementId);
}

QList<NodeId> CheckContext::blockNodes(const std::string &blockId) const
{
    ask(About::BlockNode, blockId);
    if (!std::exchange(m_blockNodesRead, true)) {
        for (const NodeId node : m_workbook.layout.childrenOf(rootNode))
            m_blockNodes[m_workbook.layout.node(node)->ref].append(node);
    }
    const auto found = m_blockNodes.find(blockId);
    return found == m_blockNodes.end() ? QList<NodeId>() : found->second;
}

CheckContext::Block CheckContext::blockOfElement(const std::string &elementId) const
{
    const QList<NodeId> nodes = placementsOf(elementId);
    const LayoutNode *block =
        nodes.isEmpty() ? nullptr : m_workbook.layout.node(m_workbook.layout.blockOf(nodes.first()));
    return block ? blockById(block->ref) : Block{};
}

Diagnostic &CheckContext::report(std::string_view rule, std::string path, QString message, QString hint)
{
    const RuleInfo *info = findRule(rule);
    Q_ASSERT_X(info, "CheckContext::report", "a finding needs a row in the rule table");
    Diagnostic diagnostic;
    diagnostic.severity = info ? info->severity : Severity::Error;
    diagnostic.rule = rule;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.target = {m_scope, m_key, std::move(path), 0};
    diagnostic.element = m_element;
    m_findings->append(std::move(diagnostic));
    return m_findings->last();
}

void CheckContext::readFindings() const
{
    for (; m_pathsRead < m_findings->size(); ++m_pathsRead) {
        const Diagnostic &finding = std::as_const(*m_findings)[m_pathsRead];
        if (finding.target.node == 0 && finding.severity != Severity::Manual)
            m_findingPaths[finding.target.path] |= finding.severity == Severity::Error;
    }
}

bool CheckContext::hasFindingAt(std::string_view path) const
{
    readFindings();
    return !m_findingPaths.empty() && m_findingPaths.contains(std::string(path));
}

bool CheckContext::hasErrorAt(std::string_view path) const
{
    readFindings();
    const auto found = m_findingPaths.empty() ? m_findingPaths.end() : m_findingPaths.find(std::string(path));
    return found != m_findingPaths.end() && found->second;
}

Diagnostic &CheckContext::reportNode(std::string_view rule, NodeId node, const std::string &element, QString message,
                                     QString hint)
{
    Diagnostic &diagnostic = report(rule, {}, std::move(message), std::move(hint));
    diagnostic.target = {Scope::Contents, {}, {}, node};
    diagnostic.element = element;
    return diagnostic;
}

} // namespace tessera::model
