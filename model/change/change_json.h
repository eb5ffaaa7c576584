// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

// The journal's form of a transaction. Reading is strict: anything unknown is an error, never a guess.
Json toJson(const Transaction &transaction);
Result<Transaction> transactionFromJson(const Json &json);

} // namespace tessera::model
