// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "model/change/change_set.h"
#include "model/checks/diagnostic.h"
#include "model/checks/profile.h"

namespace tessera::model {
class Catalogue;
class IncrementalChecker;
} // namespace tessera::model

namespace tessera::designer {
class Session;
}

namespace tessera::app {

// Keeps the session's diagnostics up to date on a thread of its own: a whole check when the workbook is opened, then
// what each edit touched. Answers to a state that is gone are dropped.
class Validation : public QObject
{
    Q_OBJECT

public:
    // `fixed`: findings about the file itself that no edit changes, shown first. `session` outlives this.
    // `profile`: what the organisation has, when somebody told.
    Validation(designer::Session &session, QList<model::Diagnostic> fixed,
               std::optional<model::OrganisationProfile> profile = {}, QObject *parent = nullptr);
    ~Validation() override;

    const std::optional<model::OrganisationProfile> &profile() const { return m_profile; }
    bool isBusy() const { return m_running || m_timer.isActive(); }

Q_SIGNALS:
    void finished(); // the diagnostics are those of the document as it is

private:
    struct Step
    {
        model::Workbook workbook;
        model::ChangeSet changes;
    };

    void start();
    void run(std::vector<Step> steps, bool whole);
    void take(QList<model::Diagnostic> found);

    designer::Session &m_session;
    QList<model::Diagnostic> m_fixed;
    const std::optional<model::OrganisationProfile> m_profile;
    std::shared_ptr<model::IncrementalChecker> m_checker; // touched by one job at a time
    std::vector<Step> m_waiting;
    QThreadPool m_pool;
    QTimer m_timer;
    bool m_running = false;
    bool m_edited = false;
};

} // namespace tessera::app
