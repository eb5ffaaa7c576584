// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QString>

namespace tessera::model {

// A message of Sigma's server whose cause is known.
// Source: Sigma's error catalogue, checks after saving, entitlement gates, errors of the REST interface.
struct ServerMessage
{
    const char *pattern;     // regular expression, found anywhere in the message, in capitals or not
    const char *explanation; // what is really behind it
    const char *rules; // ids of the rules that find it in a workbook, separated by blanks; "topic.*" for all of one
    const char *place = ""; // only findings at or below this part of an object speak for it; "" for all
};

// The row that fits best: special messages stand before general ones. Null for a message nobody knows.
const ServerMessage *findServerMessage(const QString &message);

QString explanationOf(const ServerMessage &message);
bool isCause(const ServerMessage &message, std::string_view rule);

const std::vector<ServerMessage> &serverMessages();

// What `contents.elements[3].columns[0].formula: Invalid string: undefined` says about the place.
struct NamedPlace
{
    int element = -1;    // index in the list of elements
    std::string pointer; // within the object: "/columns/0/formula"; "" where the message names none
};
NamedPlace placeNamedIn(const QString &message);

} // namespace tessera::model
