// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/graph/graph_scene.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/edit/property_edit.h"
#include "model/schema/catalogue.h"
#include "model/schema/new_body.h"

namespace tessera::designer {

using model::FlowBranch;
using model::Json;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ActionGraph)
};

QString branchCaption(FlowBranch::Kind kind)
{
    switch (kind) {
    case FlowBranch::Kind::If:
        return Texts::tr("If");
    case FlowBranch::Kind::ElseIf:
        return Texts::tr("Else if");
    case FlowBranch::Kind::Else:
        break;
    }
    return Texts::tr("Else");
}

} // namespace

GraphScene::GraphScene(Session &session, model::ActionHost host) : m_session(session), m_host(std::move(host))
{
    refresh();
}

void GraphScene::refresh()
{
    const model::Object *host = object();
    m_flows = host ? model::actionFlows(*host) : std::vector<model::ActionFlow>();
    m_layout = layoutActions(m_flows);
}

const model::Object *GraphScene::object() const
{
    const auto collection = model::collectionOf(m_host.scope);
    return collection ? m_session.workbook().list(*collection).find(m_host.key) : nullptr;
}

QString GraphScene::title() const
{
    const model::Object *host = object();
    if (!host)
        return {};
    const model::KindSpec *kind = m_session.catalogue().kindOf(m_host.scope, host->body());
    const QString id = model::toQString(host->id());
    return !host->name().empty() ? model::toQString(host->name()) : kind ? Texts::tr("%1 %2").arg(kind->label, id) : id;
}

std::vector<std::string> GraphScene::triggers() const
{
    const model::Object *host = object();
    const model::KindSpec *kind = host ? m_session.catalogue().kindOf(m_host.scope, host->body()) : nullptr;
    return kind ? kind->triggers : std::vector<std::string>();
}

QString GraphScene::triggerLabel(const std::string &trigger) const
{
    if (trigger.empty())
        return Texts::tr("No trigger chosen");
    const model::KindSpec *spec = m_session.catalogue().trigger(trigger);
    return spec ? spec->label : model::toQString(trigger);
}

QString GraphScene::whyNoActions() const
{
    const model::Object *host = object();
    if (!host || !triggers().empty())
        return {};
    const model::KindSpec *kind = m_session.catalogue().kindOf(m_host.scope, host->body());
    return Texts::tr("Nothing happens in Sigma when someone uses a %1, so it cannot have actions.")
        .arg(kind ? kind->label.toLower() : model::toQString(host->kind()));
}

QString GraphScene::problemAt(const std::string &path, bool below) const
{
    for (const model::Diagnostic &found : m_session.diagnostics()) {
        const bool bad = found.severity == model::Severity::Error || found.severity == model::Severity::Warning;
        if (!bad || found.target.scope != m_host.scope || found.target.key != m_host.key)
            continue;
        if (found.target.path == path || (below && found.target.path.starts_with(path + '/')))
            return found.message;
    }
    return {};
}

CardText GraphScene::textOf(const GraphNode &node) const
{
    CardText text;
    const model::Object *host = object();
    const model::ActionFlow &flow = m_flows[static_cast<std::size_t>(node.action)];
    const Json *body = host ? model::at(host->body(), node.path) : nullptr;
    text.enabled = flow.enabled;
    if (node.kind == GraphNode::Kind::Trigger) {
        text.icon = QStringLiteral("zap");
        text.caption =
            flow.enabled ? triggerLabel(flow.trigger) : Texts::tr("%1 · off").arg(triggerLabel(flow.trigger));
        const QString name = model::toQString(flow.name);
        text.sentence.parts.append({name.isEmpty() ? Texts::tr("Action %1").arg(node.action + 1) : name, true, false});
        if (const Json *condition =
                flow.conditionPath.empty() || !host ? nullptr : model::at(host->body(), flow.conditionPath)) {
            text.sentence.parts.append({Texts::tr(" only if "), false, false});
            text.sentence.parts += model::conditionPhrase(m_session.workbook(), *host, *condition).parts;
        }
        text.problem = problemAt(flow.path, false);
        return text;
    }
    if (node.kind == GraphNode::Kind::Branch) {
        text.caption = branchCaption(node.branch);
        const Json *condition = body ? model::branchCondition(*body) : nullptr;
        if (condition)
            text.sentence = model::conditionPhrase(m_session.workbook(), *host, *condition);
        text.problem = problemAt(node.path, false);
        return text;
    }
    if (!body)
        return text;
    const std::string effect = model::effectName(*body);
    const model::KindSpec *spec = m_session.catalogue().effect(effect);
    text.icon = spec && !spec->icon.isEmpty() ? spec->icon : QStringLiteral("workflow");
    text.caption = spec ? spec->label : effect.empty() ? Texts::tr("Effect") : model::toQString(effect);
    text.sentence = model::effectPhrase(m_session.workbook(), *host, *body);
    text.isDecision = model::isDecision(effect);
    text.problem = problemAt(node.path, !text.isDecision);
    if (text.problem.isEmpty() && text.sentence.isDangling())
        text.problem = Texts::tr("Refers to something that is not there or not chosen yet.");
    return text;
}

const GraphNode *GraphScene::find(const std::string &path) const
{
    // The card whose path is the longest beginning of the wanted one.
    const GraphNode *best = nullptr;
    for (const GraphNode &node : m_layout.nodes) {
        if (node.kind == GraphNode::Kind::Add || !(path == node.path || path.starts_with(node.path + '/')))
            continue;
        if (!best || node.path.size() > best->path.size())
            best = &node;
    }
    return best;
}

const GraphNode *GraphScene::neighbour(const GraphNode &from, int dx, int dy) const
{
    const GraphNode *best = nullptr;
    double bestScore = std::numeric_limits<double>::max();
    const QPoint origin = from.rect.center();
    for (const GraphNode &node : m_layout.nodes) {
        if (&node == &from)
            continue;
        const QPoint away = node.rect.center() - origin;
        const int along = away.x() * dx + away.y() * dy;
        const int aside = std::abs(away.x() * dy) + std::abs(away.y() * dx);
        if (along <= 4 || (dx && aside > along * 2 && aside > GraphLayout::cardHeight))
            continue;
        const double score = along + aside * 2.5;
        if (score < bestScore) {
            bestScore = score;
            best = &node;
        }
    }
    return best;
}

const GraphSlot *GraphScene::slotAt(QPoint at, const std::string &moving) const
{
    const GraphSlot *best = nullptr;
    int bestDistance = 260; // px; farther away nothing is meant
    for (const GraphSlot &slot : m_layout.places) {
        if (slot.list.starts_with(moving + '/'))
            continue;
        const int distance = (slot.at - at).manhattanLength();
        if (distance < bestDistance) {
            bestDistance = distance;
            best = &slot;
        }
    }
    return best;
}

std::string GraphScene::commit(model::Result<model::PlacedEdit> edit)
{
    if (!edit) {
        m_session.commit(model::Result<model::Transaction>(model::fail(edit.error())));
        return {};
    }
    if (edit->transaction.changes.empty())
        return edit->path;
    return m_session.commit(std::move(edit->transaction)) ? edit->path : std::string();
}

std::string GraphScene::commit(model::Result<model::Transaction> edit, std::string path)
{
    return m_session.commit(std::move(edit)) ? path : std::string();
}

std::string GraphScene::addAction(const std::string &trigger)
{
    return commit(
        model::makeInsertAction(m_session.workbook(), m_host, -1, model::newAction(m_session.workbook(), trigger)));
}

std::string GraphScene::addEffect(const std::string &list, int index, const std::string &effect)
{
    return commit(model::makeInsertEffect(m_session.workbook(), m_host, list, index,
                                          model::newEffect(m_session.catalogue(), effect)));
}

std::string GraphScene::duplicate(const GraphNode &node)
{
    if (node.kind == GraphNode::Kind::Trigger)
        return commit(model::makeDuplicateAction(m_session.workbook(), m_host, node.action));
    return node.kind == GraphNode::Kind::Effect
               ? commit(model::makeDuplicateEffect(m_session.workbook(), m_host, node.path))
               : std::string();
}

std::string GraphScene::remove(const GraphNode &node)
{
    const model::Workbook &workbook = m_session.workbook();
    switch (node.kind) {
    case GraphNode::Kind::Trigger:
        return commit(model::makeRemoveAction(workbook, m_host, node.action),
                      model::joinPointer(model::actionsPath, static_cast<std::size_t>(std::max(0, node.action - 1))));
    case GraphNode::Kind::Effect: {
        const std::size_t before = static_cast<std::size_t>(std::max(0, node.index - 1));
        return commit(model::makeRemoveEffect(workbook, m_host, node.path), model::joinPointer(node.list, before));
    }
    case GraphNode::Kind::Branch:
        return node.branch == FlowBranch::Kind::If
                   ? std::string()
                   : commit(model::makeRemoveBranch(workbook, m_host, node.path), model::parentPointer(node.path));
    case GraphNode::Kind::Add:
        break;
    }
    return {};
}

std::string GraphScene::move(const std::string &path, const std::string &list, int index)
{
    return commit(model::makeMoveEffect(m_session.workbook(), m_host, path, list, index));
}

// To the branch above or below the one the card stands in.
std::string GraphScene::stepToLane(const GraphNode &node, int dy)
{
    QList<const GraphNode *> lanes;
    int own = -1;
    for (const GraphNode &other : m_layout.nodes) {
        if (other.kind != GraphNode::Kind::Branch || other.action != node.action)
            continue;
        if (other.list == node.list)
            own = static_cast<int>(lanes.size());
        lanes.append(&other);
    }
    const int wanted = own + dy;
    if (own < 0 || wanted < 0 || wanted >= lanes.size())
        return {};
    return move(node.path, lanes.at(wanted)->list, node.index);
}

std::string GraphScene::step(const GraphNode &node, int dx, int dy)
{
    if (node.kind == GraphNode::Kind::Trigger) {
        const int to = node.action + (dx ? dx : dy);
        if (to < 0 || to >= static_cast<int>(m_flows.size()))
            return {};
        return commit(model::makeMoveAction(m_session.workbook(), m_host, node.action, to));
    }
    if (node.kind != GraphNode::Kind::Effect)
        return {};
    if (dy)
        return stepToLane(node, dy);
    const int to = dx < 0 ? node.index - 1 : node.index + 2; // a slot: behind the next one
    const bool inList =
        std::ranges::any_of(m_layout.places, [&](const GraphSlot &s) { return s.list == node.list && s.index == to; });
    return inList && to >= 0 ? move(node.path, node.list, to) : std::string();
}

std::string GraphScene::toggle(int action)
{
    const model::ActionFlow &flow = m_flows[static_cast<std::size_t>(action)];
    return commit(model::makeSetActionEnabled(m_session.workbook(), m_host, action, !flow.enabled), flow.path);
}

std::string GraphScene::setTrigger(int action, const std::string &trigger)
{
    const std::string path = m_flows[static_cast<std::size_t>(action)].path;
    return commit(model::makeSetTrigger(m_session.workbook(), m_host, action, trigger), path);
}

std::string GraphScene::addBranch(const GraphNode &node, FlowBranch::Kind kind)
{
    return commit(model::makeAddBranch(m_session.workbook(), m_host, node.path, kind));
}

} // namespace tessera::designer
