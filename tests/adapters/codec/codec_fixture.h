// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include <QString>
#include <QStringList>

#include "adapters/codec/workbook_file.h"

namespace tessera::codec_fixture {

// A small workbook of our own in the current envelope, with comments, quotes and a layout block.
std::string sampleYaml();
QString corpusFile(); // the real workbook, where it is at hand

// The lines that differ: "-old" and "+new", in order.
QStringList changedLines(const std::string &before, const std::string &after);

// "" when both mean the same; else what differs. Orders of elements and of keys do not matter.
QString difference(const model::Workbook &a, const model::Workbook &b);

QString text(const model::Json &value); // on one line, for comparing

// Edits of one object's body, and of a node's place.
void setBody(model::Workbook &workbook, model::Collection collection, const std::string &key, const std::string &path,
             const std::optional<model::Json> &value);
void removeObject(model::Workbook &workbook, model::Collection collection, const std::string &key);
void moveNode(model::Workbook &workbook, const std::string &element, const model::GridRect &rect);

} // namespace tessera::codec_fixture
