//! Typed columns for data tools. Rows are gathered into groups of some tens of thousands; more are never in memory.

use std::io::Write;
use std::sync::Arc;

use jiff::civil;
use parquet::basic::{Compression, LogicalType, Repetition, TimeUnit, Type as Physical};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
    Int64Type,
};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::{Type, TypePtr};
use rust_decimal::Decimal;

use super::about::About;
use super::{Sink, output};
use crate::report::cell::{Cell, Kind};
use crate::report::plan::{Heading, Plan};
use crate::sheet::Unwritten;

/// Rows of one group.
const GROUP: usize = 20_000;
/// Digits of a decimal, and those behind the point.
const PRECISION: i32 = 38;
const SCALE: u32 = 18;
/// Bytes of a decimal.
const WIDTH: i32 = 16;

/// Rows in groups.
pub(super) struct Parquet<W: Write + Send> {
    kinds: Vec<Kind>,
    columns: Vec<Vec<Cell>>,
    file: SerializedFileWriter<W>,
}

impl<W: Write + Send> Parquet<W> {
    /// The beginning of the file.
    pub fn under(plan: &Plan, about: &About, to: W) -> Result<Self, Unwritten> {
        let facts = about.facts.iter().map(|(name, fact)| KeyValue::new((*name).to_owned(), fact.clone()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_key_value_metadata(Some(facts.collect()))
            .build();
        let fields: Result<Vec<TypePtr>, ParquetError> =
            plan.headings.iter().map(|heading| field(heading).map(Arc::new)).collect();
        let schema = Type::group_type_builder("report")
            .with_fields(fields.map_err(output)?)
            .build()
            .map_err(output)?;
        let file =
            SerializedFileWriter::new(to, Arc::new(schema), Arc::new(properties)).map_err(unwritten)?;
        let kinds: Vec<Kind> = plan.headings.iter().map(|heading| heading.kind).collect();
        Ok(Self { columns: vec![Vec::new(); kinds.len()], kinds, file })
    }

    fn write_group(&mut self) -> Result<(), ParquetError> {
        let mut group = self.file.next_row_group()?;
        for (cells, kind) in self.columns.iter_mut().zip(&self.kinds) {
            let Some(mut column) = group.next_column()? else { break };
            put(&mut column, cells, *kind)?;
            column.close()?;
            cells.clear();
        }
        group.close().map(drop)
    }
}

impl<W: Write + Send> Sink for Parquet<W> {
    fn row(&mut self, cells: &[Cell]) -> Result<(), Unwritten> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell.clone());
        }
        if self.columns.first().is_some_and(|column| column.len() >= GROUP) {
            self.write_group().map_err(unwritten)?;
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, _rows: u64) -> Result<(), Unwritten> {
        if self.columns.first().is_some_and(|column| !column.is_empty()) {
            self.write_group().map_err(unwritten)?;
        }
        self.file.close().map(drop).map_err(unwritten)
    }
}

fn field(heading: &Heading) -> Result<Type, ParquetError> {
    let of = |physical| {
        Type::primitive_type_builder(&heading.title, physical).with_repetition(Repetition::OPTIONAL)
    };
    match heading.kind {
        Kind::Text => of(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build(),
        Kind::Count => of(Physical::INT64).build(),
        Kind::Money | Kind::Number => of(Physical::FIXED_LEN_BYTE_ARRAY)
            .with_length(WIDTH)
            .with_logical_type(Some(LogicalType::decimal(SCALE.cast_signed(), PRECISION)))
            .with_precision(PRECISION)
            .with_scale(SCALE.cast_signed())
            .build(),
        Kind::Time => of(Physical::INT64)
            .with_logical_type(Some(LogicalType::timestamp(true, TimeUnit::MICROS)))
            .build(),
        Kind::Day => of(Physical::INT32).with_logical_type(Some(LogicalType::Date)).build(),
        Kind::Flag => of(Physical::BOOLEAN).build(),
    }
}

fn put(column: &mut SerializedColumnWriter<'_>, cells: &[Cell], kind: Kind) -> Result<(), ParquetError> {
    match kind {
        Kind::Text => each::<ByteArrayType>(column, cells, |cell| match cell {
            Cell::Text(text) => Ok(Some(ByteArray::from(text.as_str()))),
            _ => Ok(None),
        }),
        Kind::Count => each::<Int64Type>(column, cells, |cell| match cell {
            Cell::Count(number) => Ok(Some(*number)),
            _ => Ok(None),
        }),
        Kind::Money | Kind::Number => each::<FixedLenByteArrayType>(column, cells, |cell| match cell {
            Cell::Amount(amount) => decimal(*amount).map(Some),
            // A sum over no amounts.
            Cell::Count(number) => decimal(Decimal::from(*number)).map(Some),
            _ => Ok(None),
        }),
        Kind::Time => each::<Int64Type>(column, cells, |cell| match cell {
            Cell::Time(time) => Ok(Some(time.as_microsecond())),
            _ => Ok(None),
        }),
        Kind::Day => each::<Int32Type>(column, cells, |cell| match cell {
            Cell::Day(day) => Ok(day.since(civil::date(1970, 1, 1)).ok().map(|since| since.get_days())),
            _ => Ok(None),
        }),
        Kind::Flag => each::<BoolType>(column, cells, |cell| match cell {
            Cell::Flag(flag) => Ok(Some(*flag)),
            _ => Ok(None),
        }),
    }
}

fn each<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    cells: &[Cell],
    turn: impl Fn(&Cell) -> Result<Option<T::T>, ParquetError>,
) -> Result<(), ParquetError> {
    let mut values = Vec::with_capacity(cells.len());
    let mut filled = Vec::with_capacity(cells.len());
    for cell in cells {
        let value = turn(cell)?;
        filled.push(i16::from(value.is_some()));
        values.extend(value);
    }
    column.typed::<T>().write_batch(&values, Some(&filled), None).map(drop)
}

/// The digits as a whole number of 10⁻¹⁸, most significant byte first.
fn decimal(amount: Decimal) -> Result<FixedLenByteArray, ParquetError> {
    let amount = amount.normalize();
    let missing = SCALE.checked_sub(amount.scale()).and_then(|missing| 10_i128.checked_pow(missing));
    let most = 10_i128.pow(PRECISION.cast_unsigned());
    let units =
        missing.and_then(|factor| amount.mantissa().checked_mul(factor)).filter(|units| units.abs() < most);
    let units = units.ok_or_else(|| {
        let why = format!(
            "the number {amount} has more than 20 digits before or 18 behind the point, which Parquet's decimals do not keep; choose another format"
        );
        ParquetError::External(why.into())
    })?;
    Ok(FixedLenByteArray::from(units.to_be_bytes().to_vec()))
}

fn unwritten(why: ParquetError) -> Unwritten {
    match why {
        ParquetError::External(why) => match why.downcast::<std::io::Error>() {
            Ok(why) => Unwritten::Output(*why),
            Err(why) => output(why),
        },
        why => output(why),
    }
}
