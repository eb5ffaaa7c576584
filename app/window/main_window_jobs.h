// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include <QFutureWatcher>

#include "app/window/main_window.h"

namespace tessera::app {

template <class Answer, class Done>
void MainWindow::follow(QFuture<Answer> job, Done done)
{
    m_jobs.erase(
        std::remove_if(m_jobs.begin(), m_jobs.end(), [](const QFuture<void> &each) { return each.isFinished(); }),
        m_jobs.end());
    m_jobs.append(QFuture<void>(job));
    auto *watcher = new QFutureWatcher<Answer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(job);
}

} // namespace tessera::app
