// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/history_model.h"

#include <QDateTime>
#include <QLocale>

#include "model/base/text.h"

namespace tessera::designer {

using namespace model;

HistoryModel::HistoryModel(Document &document, QObject *parent)
    : QAbstractListModel(parent)
    , m_document(document)
    , m_current(document.history().current())
{
    m_laneOf.push_back(0);
    m_lanes.push_back({});
    for (History::Step step = 1; step < document.history().size(); ++step)
        addLaneFor(step);
    markApplied();
    connect(&document, &Document::historyMoved, this, &HistoryModel::follow);
}

void HistoryModel::addLaneFor(History::Step step)
{
    const History::Step parent = m_document.history().entry(step).parent;
    const int lane = m_laneOf[static_cast<std::size_t>(parent)];
    Lane &line = m_lanes[static_cast<std::size_t>(lane)];
    if (line.last == parent) {
        line.last = step;
        m_laneOf.push_back(lane);
        return;
    }
    m_laneOf.push_back(static_cast<int>(m_lanes.size()));
    m_lanes.push_back({parent, step, step});
}

void HistoryModel::markApplied()
{
    const History &history = m_document.history();
    m_applied.assign(static_cast<std::size_t>(history.size()), false);
    for (History::Step step = history.current(); step != History::root; step = history.entry(step).parent)
        m_applied[static_cast<std::size_t>(step)] = true;
    m_applied[0] = true;
}

void HistoryModel::follow()
{
    const History &history = m_document.history();
    const int known = static_cast<int>(m_laneOf.size());
    const History::Step before = m_current;
    m_current = history.current();
    if (const int added = history.size() - known; added > 0) {
        beginInsertRows({}, 0, added - 1);
        for (History::Step step = known; step < history.size(); ++step)
            addLaneFor(step);
        // The usual case, one more step on top of the last one, needs no walk to the root.
        if (added == 1 && history.entry(m_current).parent == before)
            m_applied.push_back(true);
        else
            markApplied();
        endInsertRows();
    } else if (before != m_current) {
        markApplied();
    }
    if (before != m_current)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    else
        Q_EMIT dataChanged(indexOf(m_current), indexOf(m_current));
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_laneOf.size());
}

History::Step HistoryModel::stepAt(const QModelIndex &index) const
{
    return rowCount() - 1 - index.row();
}

QModelIndex HistoryModel::indexOf(History::Step step) const
{
    return index(rowCount() - 1 - step);
}

QString HistoryModel::labelOf(History::Step step) const
{
    if (step == History::root)
        return tr("As it was opened");
    const QString &label = m_document.history().entry(step).transaction.label;
    return label.isEmpty() ? tr("Edit") : label;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const History::Step step = stepAt(index);
    const Transaction &transaction = m_document.history().entry(step).transaction;
    switch (role) {
    case Qt::DisplayRole:
        return labelOf(step);
    case Qt::ToolTipRole: {
        if (step == History::root)
            return tr("Go back to the state the workbook was opened with");
        const QString when =
            QLocale().toString(QDateTime::fromMSecsSinceEpoch(transaction.timeMs), QLocale::LongFormat);
        const QString author = toQString(transaction.author);
        return author.isEmpty() ? QStringLiteral("%1\n%2").arg(labelOf(step), when)
                                : QStringLiteral("%1\n%2 · %3").arg(labelOf(step), author, when);
    }
    case Qt::AccessibleTextRole:
        return step == m_current ? tr("%1, current step").arg(labelOf(step)) : labelOf(step);
    case StepRole:
        return step;
    case TimeRole:
        return step == History::root ? QString()
                                     : QLocale().toString(QDateTime::fromMSecsSinceEpoch(transaction.timeMs).time(),
                                                          QStringLiteral("HH:mm:ss"));
    case CurrentRole:
        return step == m_current;
    case AppliedRole:
        return static_cast<bool>(m_applied[static_cast<std::size_t>(step)]);
    case LaneRole:
        return m_laneOf[static_cast<std::size_t>(step)];
    default:
        return {};
    }
}

int HistoryModel::lineAt(int lane, History::Step step) const
{
    const Lane &line = m_lanes[static_cast<std::size_t>(lane)];
    int result = None;
    if (step >= line.first && step < line.last)
        result |= Above;
    if (step > line.first && step <= line.last)
        result |= Below;
    if (lane > 0 && step > line.from && step < line.first) // on the way from the parent to the first step
        result |= Above | Below;
    if (lane > 0 && step == line.first)
        result |= Below;
    return result;
}

bool HistoryModel::opensAt(int lane, History::Step step) const
{
    return lane > 0 && m_lanes[static_cast<std::size_t>(lane)].from == step;
}

} // namespace tessera::designer
