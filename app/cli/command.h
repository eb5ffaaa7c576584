// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCommandLineOption>
#include <QCoreApplication>
#include <QStringList>

class QCommandLineParser;

namespace tessera::app {

class Console;

// Exit codes of every command.
enum ExitCode
{
    Done = 0,
    Findings = 1, // the input was read, but something in it or about it is wrong, or a result could not be written
    Misuse = 2,   // wrong usage, or an input that cannot be read
};

// One sub-command. `run` gets a parser whose options are known and whose number of arguments fits.
struct Command
{
    QString name;     // "convert"
    QString synopsis; // "IN -o OUT [--envelope contents|document|flat]"
    QString summary;  // one line for the list of commands
    QString text;     // more for its own help, may be empty
    QList<QCommandLineOption> options;
    int minArguments = 0;
    int maxArguments = 0; // -1: any number
    bool draws = false;   // needs fonts, so a graphical application without a display
    int (*run)(const QCommandLineParser &arguments, Console &console) = nullptr;
};

// All commands, in the order of the help.
std::vector<Command> allCommands();

Command infoCommand();
Command validateCommand();
Command convertCommand();
Command formatCommand();
Command newCommand();
Command renderCommand();
Command exportCommand();
Command rulesCommand();
Command explainCommand();
Command elementsCommand();
Command schemaCommand();
Command queryCommand();
Command sqlCommand();
Command evalCommand();

// Context of the command line's texts.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace tessera::app
