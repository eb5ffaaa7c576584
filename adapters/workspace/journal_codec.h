// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVariant>

#include "model/change/document.h"

namespace tessera::adapters {

// How journal records and snapshots stand in the workspace file. Short bodies are JSON text anybody can read in a
// database browser; long ones are compressed.

// The body of an Apply or Amend record. A jump has none.
QVariant encodeBody(const model::Transaction &transaction);
model::Result<model::Transaction> decodeBody(const QVariant &stored);

QByteArray encodeSnapshot(const model::Workbook &workbook);
model::Result<model::Workbook> decodeSnapshot(const QByteArray &stored);

QString jsonText(const model::Json &value);
model::Result<model::Json> jsonFromText(const QString &text);

} // namespace tessera::adapters
