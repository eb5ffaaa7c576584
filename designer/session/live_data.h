// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QObject>

#include "model/query/element_rows.h"

namespace tessera::designer {

// One time an element's rows were asked for, for the log.
struct QueryRun
{
    model::Key element;
    qint64 startedMs = 0; // since the epoch
    double milliseconds = 0;
    qint64 rows = -1; // -1: it failed
    bool cached = false;
    bool cancelled = false;
    QString sql;     // what ran
    QString failure; // for a person, "" when there was none
};

// The data of one open workbook as the views share it. Nothing here blocks: rows are computed elsewhere and `changed`
// tells when they are there.
class LiveData : public QObject, public model::query::RowsSource
{
    Q_OBJECT

public:
    using QObject::QObject;

    // What is in sight: its rows are computed and kept fresh. Others keep what they had.
    virtual void watch(const std::vector<model::Key> &elements) = 0;
    // What a control holds from now on; none: what the workbook says.
    virtual void setControl(const std::string &handle, std::optional<model::query::ControlValue> value) = 0;
    virtual void resetControls() = 0;
    virtual const std::vector<QueryRun> &runs() const = 0; // oldest first
    virtual void clearRuns() = 0;

Q_SIGNALS:
    void changed(const tessera::model::Key &element);
    void controlsChanged();
    void logged(); // `runs` grew
};

} // namespace tessera::designer
