// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/measured_run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <vector>

#include <QFile>
#include <QTemporaryFile>

namespace tessera::test {

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

MeasuredRun runMeasured(const QString &program, const QStringList &arguments)
{
    MeasuredRun run;
    QTemporaryFile output;
    if (!output.open())
        return run;
    std::vector<QByteArray> words = {QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, output.handle(), 1);
    posix_spawn_file_actions_adddup2(&actions, output.handle(), 2);
    pid_t child = 0;
    const bool started = posix_spawn(&child, pointers.front(), &actions, nullptr, pointers.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage usage{};
    if (!started || wait4(child, &status, 0, &usage) != child)
        return run;
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    QFile said(output.fileName());
    if (said.open(QIODevice::ReadOnly))
        run.said = said.readAll();
    return run;
}

} // namespace tessera::test
