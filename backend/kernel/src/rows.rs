//! Reading rows of joined tables into the records they are made of.
use sea_orm::sea_query::{Alias, Expr, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, IdenStatic, Iterable};

/// Selects every column of `E` under `prefix`, so that
/// `E::Model::from_query_result(&row, prefix)` reads the record back.
pub fn select_all_of<E: EntityTrait>(query: &mut SelectStatement, prefix: &str) {
    for column in E::Column::iter() {
        let name = Alias::new(format!("{prefix}{}", column.as_str()));
        query.expr_as(Expr::col(column.as_column_ref()), name);
    }
}
