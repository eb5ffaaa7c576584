// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <QFutureWatcher>
#include <QtConcurrent>

namespace tessera::designer {

// Runs `work` on a worker and hands its result to `done` on the thread of `context`; nothing when that is gone by then.
template <class Work, class Done>
void inBackground(QObject *context, Work work, Done done)
{
    using Answer = decltype(work());
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcher<Answer>::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        done(watcher->future().takeResult());
    });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace tessera::designer
