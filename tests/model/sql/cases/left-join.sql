-- sqlite
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer";

-- postgresql
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer";

-- mysql
SELECT
    t1.`Id`,
    CONVERT(t1.`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer`,
    CONVERT(t1.`Region` USING utf8mb4) COLLATE utf8mb4_bin AS `Region`,
    CONVERT(t2.`Customer` USING utf8mb4) COLLATE utf8mb4_bin AS `Customer 2`,
    CONVERT(t2.`City` USING utf8mb4) COLLATE utf8mb4_bin AS `City`,
    t2.`Since`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`CUSTOMERS` AS t2 ON CONVERT(t1.`Customer` USING utf8mb4) COLLATE utf8mb4_bin = (CONVERT(t2.`Customer` USING utf8mb4) COLLATE utf8mb4_bin);

-- snowflake
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer";

-- bigquery
SELECT
    t1.`Id`,
    t1.`Customer`,
    t1.`Region`,
    t2.`Customer` AS `Customer 2`,
    t2.`City`,
    t2.`Since`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`CUSTOMERS` AS t2 ON t1.`Customer` = t2.`Customer`;

-- databricks
SELECT
    t1.`Id`,
    t1.`Customer`,
    t1.`Region`,
    t2.`Customer` AS `Customer 2`,
    t2.`City`,
    t2.`Since`
FROM `SHOP`.`ORDERS` AS t1
    LEFT JOIN `SHOP`.`CUSTOMERS` AS t2 ON t1.`Customer` = t2.`Customer`;

-- redshift
SELECT
    t1."Id",
    t1."Customer",
    t1."Region",
    t2."Customer" AS "Customer 2",
    t2."City",
    t2."Since"
FROM "SHOP"."ORDERS" AS t1
    LEFT JOIN "SHOP"."CUSTOMERS" AS t2 ON t1."Customer" = t2."Customer";

