// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>

#include "model/change/document.h"

namespace tessera::designer {

// Every step ever made, newest first. A branch keeps one lane, given when it is opened and never changed, so a new step
// costs one row.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        StepRole = Qt::UserRole + 1, // int
        TimeRole,                    // QString, local time
        CurrentRole,                 // bool
        AppliedRole,                 // bool: on the way from the opened state to the current step
        LaneRole,                    // int
    };

    explicit HistoryModel(model::Document &document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    model::History::Step stepAt(const QModelIndex &index) const;
    QModelIndex indexOf(model::History::Step step) const;
    int laneCount() const { return static_cast<int>(m_lanes.size()); }

    // Which part of a lane's line passes a row.
    enum Line
    {
        None = 0,
        Above = 1, // towards newer steps
        Below = 2,
    };
    int lineAt(int lane, model::History::Step step) const;
    // Whether the branch on `lane` leaves the others at this step.
    bool opensAt(int lane, model::History::Step step) const;

private:
    struct Lane
    {
        model::History::Step from = 0;  // the step the branch leaves; of the first lane the root
        model::History::Step first = 0; // first step on it
        model::History::Step last = 0;
    };

    void addLaneFor(model::History::Step step);
    void follow();
    void markApplied();
    QString labelOf(model::History::Step step) const;

    model::Document &m_document;
    std::vector<int> m_laneOf;   // by step
    std::vector<bool> m_applied; // by step
    std::vector<Lane> m_lanes;
    model::History::Step m_current = 0;
};

} // namespace tessera::designer
